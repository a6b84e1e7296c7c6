/** What a variable stands for where text is interpolated. */
export interface ScopedValue {
  readonly values: readonly string[];
  readonly texts: readonly string[];
  /** Several values are possible, so a PromQL matcher is a regular expression. */
  readonly multiple: boolean;
  /** `All` is chosen. */
  readonly all: boolean;
  /** What the dashboard sets for `All`; put in as it is. */
  readonly allValue?: string | undefined;
  /** Already in the form of where it goes: no format applies. */
  readonly verbatim?: boolean;
}

/** Variables by name. Those of Grafana itself begin with `__`; their fields follow the name with a dot. */
export type Scope = Readonly<Record<string, ScopedValue>>;

/** Formats a value where the text names no format. */
export type DefaultFormat = (value: ScopedValue) => string;

const pattern = /\$(\w+)|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]*))?\}|\[\[(\w+?)(?::(\w+))?\]\]/g;

/** A value that is put in as it is. */
export function fixedValue(value: string): ScopedValue {
  return { values: [value], texts: [value], multiple: false, all: false };
}

/** Replaces `$name`, `${name}`, `${name:format}` and `[[name]]`. Names that nothing is known of stay as they are. */
export function interpolate(text: string, scope: Scope, defaultFormat: DefaultFormat = glob): string {
  return text.replace(pattern, (match: string, plain?: string, braced?: string, field?: string, format?: string, bracketed?: string, bracketedFormat?: string) => {
    const name = plain ?? braced ?? bracketed ?? '';
    const value = scope[field === undefined ? name : `${name}.${field.replace(/\["?([^\]"]+)"?\]/g, '.$1')}`];
    if (value === undefined) return match;
    if (value.verbatim) return value.values[0] ?? '';
    const chosen = format ?? bracketedFormat;
    if (value.all && value.allValue !== undefined && chosen !== 'text' && chosen !== 'queryparam') return value.allValue;
    return chosen === undefined ? defaultFormat(value) : formatAs(chosen, name, value, defaultFormat);
  });
}

/** True when the text uses the variable, in any form. */
export function mentions(text: string, name: string): boolean {
  for (const [, plain, braced, , , bracketed] of text.matchAll(pattern)) {
    if ((plain ?? braced ?? bracketed) === name) return true;
  }
  return false;
}

/** How PromQL takes a value: escaped for a quoted string, and as a regular expression when there may be several. */
export const promQl: DefaultFormat = (value) => {
  if (!value.multiple) return value.values.map(escapeLabelValue).join(',');
  const [first = '', ...rest] = value.values.map(escapeLabelRegex);
  return rest.length === 0 ? first : `(${[first, ...rest].join('|')})`;
};

/** Grafana's default outside of queries: one value as it is, several as `{a,b}`. */
export const glob: DefaultFormat = (value) => (value.values.length === 1 ? (value.values[0] ?? '') : `{${value.values.join(',')}}`);

/** In titles and texts: what the reader chose. */
export const readable: DefaultFormat = (value) => (value.all ? 'All' : value.texts.join(' + '));

function formatAs(format: string, name: string, value: ScopedValue, otherwise: DefaultFormat): string {
  const { values } = value;
  switch (format) {
    case 'regex': {
      const escaped = values.map((one) => one.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'));
      return escaped.length === 1 ? (escaped[0] ?? '') : `(${escaped.join('|')})`;
    }
    case 'pipe':
      return values.join('|');
    case 'csv':
    case 'raw':
      return values.join(',');
    case 'text':
      return readable(value);
    case 'glob':
      return glob(value);
    case 'json':
      return JSON.stringify(values.length === 1 ? values[0] : values);
    case 'singlequote':
      return values.map((one) => `'${one.replace(/'/g, "\\'")}'`).join(',');
    case 'doublequote':
      return values.map((one) => `"${one.replace(/"/g, '\\"')}"`).join(',');
    case 'percentencode':
      return encodeURIComponent(glob(value));
    case 'queryparam':
      return (value.all ? ['$__all'] : values).map((one) => `var-${name}=${encodeURIComponent(one)}`).join('&');
    default:
      return otherwise(value);
  }
}

function escapeLabelValue(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
}

function escapeLabelRegex(value: string): string {
  return value
    .replace(/\\/g, '\\\\\\\\')
    .replace(/"/g, '\\\\\\"')
    .replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');
}
