export type Theme = 'dark' | 'light';

type Shades = readonly [superLight: string, light: string, plain: string, semiDark: string, dark: string];

const hues: Readonly<Record<Theme, Readonly<Record<string, Shades>>>> = {
  dark: {
    red: ['#FFA6B0', '#FF7383', '#F2495C', '#E02F44', '#C4162A'],
    orange: ['#FFCB7D', '#FFB357', '#FF9830', '#FF780A', '#FA6400'],
    yellow: ['#FFF899', '#FFEE52', '#FADE2A', '#F2CC0C', '#E0B400'],
    green: ['#C8F2C2', '#96D98D', '#73BF69', '#56A64B', '#37872D'],
    blue: ['#C0D8FF', '#8AB8FF', '#5794F2', '#3274D9', '#1F60C4'],
    purple: ['#DEB6F2', '#CA95E5', '#B877D9', '#A352CC', '#8F3BB8'],
  },
  light: {
    red: ['#FF7383', '#F2495C', '#E02F44', '#C4162A', '#AD0317'],
    orange: ['#FFB357', '#FF9830', '#FF780A', '#FA6400', '#E55400'],
    yellow: ['#FFEE52', '#FADE2A', '#F2CC0C', '#E0B400', '#CC9D00'],
    green: ['#96D98D', '#73BF69', '#56A64B', '#37872D', '#19730E'],
    blue: ['#8AB8FF', '#5794F2', '#3274D9', '#1F60C4', '#1250B0'],
    purple: ['#CA95E5', '#B877D9', '#A352CC', '#8F3BB8', '#7C2EA3'],
  },
};

const shades = ['super-light-', 'light-', '', 'semi-dark-', 'dark-'];

/** Grafana's classic palette: names of hues first, then the colours of older dashboards. */
const classic = [
  'green', 'semi-dark-yellow', 'blue', 'orange', 'red', 'purple',
  'dark-green', 'dark-yellow', 'dark-blue', 'dark-orange', 'dark-red', 'dark-purple',
  'super-light-green', 'super-light-yellow', 'super-light-blue', 'super-light-orange', 'super-light-red', 'super-light-purple',
  '#447EBC', '#C15C17', '#890F02', '#0A437C', '#6D1F62', '#584477', '#B7DBAB', '#F4D598', '#70DBED', '#F9BA8F',
  '#F29191', '#82B5D8', '#E5A8E2', '#AEA2E0', '#629E51', '#E5AC0E', '#64B0C8', '#E0752D', '#BF1B00', '#0A50A1',
  '#962D82', '#614D93', '#9AC48A', '#F2C96D', '#65C5DB', '#F9934E', '#EA6460', '#5195CE', '#D683CE', '#806EB7',
  '#3F6833', '#967302', '#2F575E', '#99440A', '#58140C', '#052B51', '#511749', '#3F2B5B', '#E0F9D7', '#FCEACA',
  '#CFFAFF', '#F9E2D2', '#FCE2DE', '#BADFF4', '#F9D9F9', '#DEDAF7',
];

/** The colour of a name that Grafana knows, in a theme; colours in CSS' own forms are returned as they are. */
export function colorOf(name: string, theme: Theme): string {
  const hue = /^(super-light-|light-|semi-dark-|dark-)?(red|orange|yellow|green|blue|purple)$/.exec(name);
  if (hue) return hues[theme][hue[2]!]![shades.indexOf(hue[1] ?? '')]!;
  if (name === 'text') return theme === 'dark' ? '#CCCCDC' : '#24292E';
  return name === '' ? colorOf('green', theme) : name;
}

/** The colour of the series at a place in the classic palette. */
export function classicColor(index: number, theme: Theme): string {
  return colorOf(classic[index % classic.length]!, theme);
}
