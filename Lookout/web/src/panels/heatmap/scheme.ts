import { mix, withAlpha } from '../../color/contrast';
import { colorOf, type Theme } from '../../color/palette';
import { asBoolean, asNumber, asObject, asString, type Json } from '../../dashboards/json';

/** The stops of d3's schemes that Grafana offers, from few to many. */
const schemes: Readonly<Record<string, readonly string[]>> = {
  Oranges: ['#fff5eb', '#fdd0a2', '#fd8d3c', '#d94801', '#7f2704'],
  Blues: ['#f7fbff', '#c6dbef', '#6baed6', '#2171b5', '#08306b'],
  Greens: ['#f7fcf5', '#c7e9c0', '#74c476', '#238b45', '#00441b'],
  Purples: ['#fcfbfd', '#dadaeb', '#9e9ac8', '#6a51a3', '#3f007d'],
  Reds: ['#fff5f0', '#fcbba1', '#fb6a4a', '#cb181d', '#67000d'],
  Greys: ['#ffffff', '#d9d9d9', '#969696', '#525252', '#000000'],
  YlOrRd: ['#ffffcc', '#fed976', '#fd8d3c', '#e31a1c', '#800026'],
  YlGnBu: ['#ffffd9', '#c7e9b4', '#41b6c4', '#225ea8', '#081d58'],
  Viridis: ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'],
  Magma: ['#000004', '#51127c', '#b73779', '#fc8961', '#fcfdbf'],
  Inferno: ['#000004', '#57106e', '#bc3754', '#f98e09', '#fcffa4'],
  Plasma: ['#0d0887', '#7e03a8', '#cc4778', '#f89540', '#f0f921'],
  Turbo: ['#23171b', '#2f9df5', '#4df884', '#fe9b2d', '#900c00'],
  Spectral: ['#9e0142', '#f46d43', '#ffffbf', '#66c2a5', '#5e4fa2'],
  RdYlGn: ['#a50026', '#f46d43', '#ffffbf', '#66bd63', '#006837'],
};

/** Schemes of one hue run from the paper to the ink; on dark ground Grafana turns them round. */
const inverted = new Set(['Oranges', 'Blues', 'Greens', 'Purples', 'Reds', 'Greys', 'YlOrRd', 'YlGnBu']);

/** The colour for a share between none and the most, 0 to 1. */
export type ColorScale = (share: number) => string;

/** Reads a heatmap's `color` option. */
export function colorScale(options: Json, theme: Theme): ColorScale {
  const color = asObject(options['color']);
  if (color['mode'] === 'opacity') {
    const fill = colorOf(asString(color['fill'], 'dark-orange'), theme);
    const exponent = asNumber(color['exponent']) ?? 0.5;
    return (share) => withAlpha(fill, 0.08 + 0.92 * share ** exponent);
  }
  const name = asString(color['scheme'], 'Oranges');
  const stops = schemes[name] ?? schemes['Oranges']!;
  const turned = (theme === 'dark' && inverted.has(name)) !== asBoolean(color['reverse']);
  const ordered = turned ? [...stops].reverse() : stops;
  return (share) => {
    // The first tenth of a scheme is the ground itself: a cell with little in it must still be seen.
    const at = (0.1 + 0.9 * Math.min(1, Math.max(0, share))) * (ordered.length - 1);
    const low = Math.min(ordered.length - 2, Math.floor(at));
    return mix(ordered[low]!, ordered[low + 1]!, at - low);
  };
}
