import type { ChartTheme } from '../theme';

let context: CanvasRenderingContext2D | null | undefined;

/** How wide an axis label is, in pixels. */
export function textWidth(text: string, theme: ChartTheme): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 6.5;
  context.font = `11px ${theme.font}`;
  return context.measureText(text).width;
}

/** The width of the widest of some labels. */
export function widest(texts: readonly string[], theme: ChartTheme): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, theme)), 0);
}
