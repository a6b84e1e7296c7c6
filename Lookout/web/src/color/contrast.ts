export type Rgb = readonly [red: number, green: number, blue: number];

const cssNames: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', transparent: '#000000', gray: '#808080', grey: '#808080' };

/** The parts of a colour written as `#rgb`, `#rrggbb` or `rgb(…)`; grey when it is written otherwise. */
export function parseColor(text: string): Rgb {
  const color = cssNames[text] ?? text;
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  if (short) return [short[1]!, short[2]!, short[3]!].map((part) => parseInt(part + part, 16)) as unknown as Rgb;
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color);
  if (long) return [long[1]!, long[2]!, long[3]!].map((part) => parseInt(part, 16)) as unknown as Rgb;
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(color);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : [128, 128, 128];
}

/** The colour with an opacity between 0 and 1. */
export function withAlpha(color: string, alpha: number): string {
  const [red, green, blue] = parseColor(color);
  return `rgba(${red}, ${green}, ${blue}, ${Math.min(1, Math.max(0, alpha))})`;
}

/** A colour between two others. */
export function mix(from: string, to: string, share: number): string {
  const a = parseColor(from);
  const b = parseColor(to);
  return `rgb(${a.map((part, index) => Math.round(part + (b[index]! - part) * share)).join(', ')})`;
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(parseColor(a)), luminance(parseColor(b))].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const channel = part / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, brought towards black or white until text in it can be read on the background. */
export function legible(color: string, background: string, ratio = 4.5): string {
  const towards = luminance(parseColor(background)) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.08) {
    const candidate = share === 0 ? color : mix(color, towards, share);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return towards;
}

/** Black or white, whichever is easier to read on the background. */
export function textOn(background: string): string {
  return contrast('#ffffff', background) >= contrast('#111217', background) ? '#ffffff' : '#111217';
}
