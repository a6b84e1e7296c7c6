import { withProperty, safeRegExp } from '../dashboards/readFieldConfig';
import { interpolate, fixedValue, type Scope } from '../dashboards/interpolate';
import { asArray, asObject, asString } from '../dashboards/json';
import { seriesName } from '../format/legend';
import type { FieldConfig, FieldConfigSource, FieldMatcher } from './fieldConfig';
import type { Field, Frame, StyledField, StyledFrame } from './frame';

/** Gives each field its title and what defaults and overrides say of it. */
export function styleFrames(frames: readonly Frame[], source: FieldConfigSource, scope: Scope): StyledFrame[] {
  let index = 0;
  return frames.map((frame) => ({
    refId: frame.refId,
    fields: frame.fields.map((field): StyledField => {
      const named = titleOf(field, source.defaults, scope);
      const config = source.overrides
        .filter(({ matcher }) => matches(matcher, field, named, frame.refId))
        .flatMap(({ properties }) => properties)
        .reduce((known, { id, value }) => withProperty(known, id, value), source.defaults);
      return { ...field, config, title: titleOf(field, config, scope), index: field.type === 'number' ? index++ : index };
    }),
  }));
}

function titleOf(field: Field, config: FieldConfig, scope: Scope): string {
  const own = field.legend ?? (Object.keys(field.labels).length > 0 ? seriesName(field.labels) : field.name);
  if (!config.displayName || field.type === 'time') return own;
  const labels = Object.fromEntries(Object.entries(field.labels).map(([name, value]) => [`__field.labels.${name}`, fixedValue(value)]));
  return interpolate(config.displayName, { ...scope, ...labels, '__field.name': fixedValue(field.name), '__series.name': fixedValue(own) });
}

function matches({ id, options }: FieldMatcher, field: Field, title: string, refId: string): boolean {
  switch (id) {
    case 'byName':
      return title === options || (field.legend === undefined && field.name === options);
    case 'byRegexp':
      return safeRegExp(asString(options)).test(title);
    case 'byFrameRefID':
      return refId === options;
    case 'byType':
      return field.type === options;
    case 'byNames': {
      const { names, mode } = asObject(options);
      return asArray(names).includes(title) !== (mode === 'exclude');
    }
    default:
      return false;
  }
}
