import { expect, it } from 'vitest';
import { contrast, legible, mix, parseColor, textOn, withAlpha } from './contrast';
import { colorOf } from './palette';

it('knows the contrast of black and white', () => expect(contrast('#000', '#ffffff')).toBeCloseTo(21));
it('reads colours in their usual forms', () => expect([parseColor('#fff'), parseColor('#0a0b0c'), parseColor('rgb(1, 2, 3)')]).toEqual([[255, 255, 255], [10, 11, 12], [1, 2, 3]]));
it('mixes', () => expect(mix('#000000', '#ffffff', 0.5)).toBe('rgb(128, 128, 128)'));
it('keeps opacity within its bounds', () => expect(withAlpha('#010203', 2)).toBe('rgba(1, 2, 3, 1)'));
it('leaves a colour that can be read', () => expect(legible('#73BF69', '#11141b')).toBe('#73BF69'));

it.each(['red', 'orange', 'yellow', 'green', 'blue', 'purple'].flatMap((hue) => ['', 'light-', 'dark-', 'semi-dark-', 'super-light-'].map((shade) => shade + hue)))(
  '%s can be read as text and under text in both themes',
  (name) => {
    for (const [theme, surface] of [['dark', '#11141b'], ['light', '#ffffff']] as const) {
      const color = colorOf(name, theme);
      expect(contrast(legible(color, surface), surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(textOn(color), color)).toBeGreaterThanOrEqual(3.9);
    }
  },
);
