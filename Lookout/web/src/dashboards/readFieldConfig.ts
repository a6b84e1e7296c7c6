import type { FieldConfig, FieldConfigSource, FieldOverride, Thresholds, ValueMapping } from '../frames/fieldConfig';
import { asNumber, asObject, asObjects, asString, type Json } from './json';
import type { DataLink } from './model';

/** Reads `fieldConfig`: the defaults of a panel and its overrides. */
export function readFieldConfig(source: unknown): FieldConfigSource {
  const { defaults, overrides } = asObject(source);
  return { defaults: readConfig(asObject(defaults)), overrides: asObjects(overrides).map(readOverride) };
}

function readOverride(source: Json): FieldOverride {
  const matcher = asObject(source['matcher']);
  return {
    matcher: { id: asString(matcher['id']), options: matcher['options'] },
    properties: asObjects(source['properties']).map(({ id, value }) => ({ id: asString(id), value })),
  };
}

function readConfig(source: Json): FieldConfig {
  const color = asObject(source['color']);
  const config: FieldConfig = { colorMode: 'thresholds', thresholds: readThresholds(source['thresholds']), mappings: [], links: [], custom: asObject(source['custom']) };
  const named = ['unit', 'decimals', 'min', 'max', 'noValue', 'displayName', 'mappings', 'links'].filter((id) => source[id] !== undefined && source[id] !== null);
  const read = named.reduce((known, id) => withProperty(known, id, source[id]), config);
  return source['color'] === undefined ? read : withProperty(read, 'color', color);
}

/** The config with one property set, by the id that overrides use. */
export function withProperty(config: FieldConfig, id: string, value: unknown): FieldConfig {
  switch (id) {
    case 'unit':
    case 'noValue':
    case 'displayName':
      return { ...config, [id]: asString(value) };
    case 'decimals':
    case 'min':
    case 'max':
      return { ...config, [id]: asNumber(value) };
    case 'color': {
      const { mode, fixedColor } = asObject(value);
      const colorMode = mode === 'fixed' || mode === 'thresholds' ? mode : 'palette-classic';
      return { ...config, colorMode, fixedColor: fixedColor === undefined ? undefined : asString(fixedColor) };
    }
    case 'thresholds':
      return { ...config, thresholds: readThresholds(value) };
    case 'mappings':
      return { ...config, mappings: asObjects(value).flatMap(readMapping) };
    case 'links':
      return { ...config, links: readLinks(value) };
    default: {
      const custom = /^custom\.(.+)$/.exec(id)?.[1];
      return custom === undefined ? config : { ...config, custom: withPath(config.custom, custom.split('.'), value) };
    }
  }
}

function withPath(target: Json, [first = '', ...rest]: readonly string[], value: unknown): Json {
  return { ...target, [first]: rest.length === 0 ? value : withPath(asObject(target[first]), rest, value) };
}

function readThresholds(source: unknown): Thresholds {
  const { mode, steps } = asObject(source);
  const read = asObjects(steps).map((step) => ({ value: asNumber(step['value']) ?? -Infinity, color: asString(step['color'], 'green') }));
  return { mode: mode === 'percentage' ? 'percentage' : 'absolute', steps: read.sort((a, b) => a.value - b.value) };
}

export function readLinks(source: unknown): DataLink[] {
  return asObjects(source).map((link) => ({ title: asString(link['title']), url: asString(link['url']), targetBlank: link['targetBlank'] === true }));
}

function readMapping(source: Json): ValueMapping[] {
  const options = asObject(source['options']);
  const shown = (result: unknown): Pick<ValueMapping, 'text' | 'color'> => {
    const { text, color } = asObject(result);
    return { text: text === undefined ? undefined : asString(text), color: color === undefined ? undefined : asString(color) };
  };
  switch (source['type']) {
    case 'value':
      return Object.entries(options).map(([key, result]) => ({ matches: (value) => value !== null && String(value) === key, ...shown(result) }));
    case 'range': {
      const from = asNumber(options['from']) ?? -Infinity;
      const to = asNumber(options['to']) ?? Infinity;
      return [{ matches: (value) => typeof value === 'number' && value >= from && value <= to, ...shown(options['result']) }];
    }
    case 'regex': {
      const expression = safeRegExp(asString(options['pattern']));
      return [{ matches: (value) => value !== null && expression.test(String(value)), ...shown(options['result']) }];
    }
    case 'special':
      return [{ matches: special(asString(options['match'])), ...shown(options['result']) }];
    default:
      return [];
  }
}

function special(match: string): ValueMapping['matches'] {
  const isNull = (value: unknown): boolean => value === null || value === undefined;
  const isNaN = (value: unknown): boolean => typeof value === 'number' && Number.isNaN(value);
  switch (match) {
    case 'null':
      return isNull;
    case 'nan':
      return isNaN;
    case 'null+nan':
      return (value) => isNull(value) || isNaN(value);
    case 'true':
      return (value) => String(value) === 'true';
    case 'false':
      return (value) => String(value) === 'false';
    case 'empty':
      return (value) => value === '';
    default:
      return () => false;
  }
}

/** An expression that cannot be read matches nothing. */
export function safeRegExp(text: string): RegExp {
  const delimited = /^\/(.*)\/([imsu]*)g?$/s.exec(text);
  try {
    return delimited ? new RegExp(delimited[1]!, delimited[2]) : new RegExp(text);
  } catch {
    return /(?!)/;
  }
}
