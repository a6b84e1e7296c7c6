export type Labels = Readonly<Record<string, string>>;

/** `name{label="value", …}`, as Prometheus writes a series. */
export function seriesName(labels: Labels): string {
  const { __name__: name = '', ...rest } = labels;
  const pairs = Object.entries(rest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return pairs.length > 0 || name === '' ? `${name}{${pairs.join(', ')}}` : name;
}

/** A legend for each series: the format with its `{{label}}` filled in, else what tells the series apart, else the query. */
export function legends(series: readonly Labels[], format: string, expr: string): string[] {
  if (format !== '' && format !== '__auto') return series.map((labels) => fill(format, labels));
  const only = format === '__auto' ? onlyLabel(series) : undefined;
  return series.map((labels) => {
    if (only !== undefined) return labels[only] ?? '';
    const name = seriesName(labels);
    return name === '{}' ? expr : name;
  });
}

/** Replaces `{{label}}`; a label that the series lacks is empty. */
export function fill(format: string, labels: Labels): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => labels[name] ?? '');
}

/** The label that every series has and none has another beside. */
function onlyLabel(series: readonly Labels[]): string | undefined {
  const names = series.map((labels) => Object.keys(labels).filter((name) => name !== '__name__'));
  const first = names[0]?.[0];
  return first !== undefined && names.every((own) => own.length === 1 && own[0] === first) ? first : undefined;
}
