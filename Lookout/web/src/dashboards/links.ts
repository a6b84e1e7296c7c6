import type { StyledField, StyledFrame, Value } from '../frames/frame';
import type { RawRange } from '../time/range';
import { fixedValue, interpolate, readable, type DefaultFormat, type Scope } from './interpolate';
import type { DashboardLink, DataLink } from './model';
import { allValue, type VariableState } from './variableModel';

/** A link that can be followed. */
export interface Link {
  readonly title: string;
  readonly href: string;
  readonly external: boolean;
}

/** A dashboard as the list of dashboards names it. */
export interface ListedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly tags: readonly string[];
}

const encoded: DefaultFormat = (value) => encodeURIComponent(value.values.join(','));

/** `var-name=value` for each variable that the reader can choose. */
export function variableQuery(states: readonly VariableState[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const { variable, selected } of states) {
    if (variable.type === 'constant' || variable.type === 'datasource' || variable.hide === 'variable') continue;
    for (const value of selected) query.append(`var-${variable.name}`, value === '' ? '' : value === allValue ? allValue : value);
  }
  return query;
}

/** `${__all_variables}` for links. */
export function allVariables(states: readonly VariableState[]): Scope {
  return { __all_variables: { ...fixedValue(variableQuery(states).toString()), verbatim: true } };
}

/** The links of a dashboard's head: each is one, or one for each dashboard with its tags. */
export function dashboardLinks(
  links: readonly DashboardLink[],
  listed: readonly ListedDashboard[],
  ownUid: string,
  range: RawRange,
  states: readonly VariableState[],
  scope: Scope,
): Link[] {
  return links.flatMap((link): Link[] => {
    const query = link.includeVars ? variableQuery(states) : new URLSearchParams();
    if (link.keepTime) {
      query.set('from', range.from);
      query.set('to', range.to);
    }
    if (link.type === 'link') return follow(link.title || link.url, interpolate(link.url, scope, encoded), query);
    const tagged = listed.filter((one) => one.uid !== ownUid && link.tags.every((tag) => one.tags.includes(tag)));
    return tagged.flatMap((one) => follow(one.title, `/d/${encodeURIComponent(one.uid)}`, query));
  });
}

/** The links of a value: its row, its labels and itself can be part of them. */
export function valueLinks(links: readonly DataLink[], scope: Scope, field?: StyledField, value?: Value, frame?: StyledFrame, row?: number): Link[] {
  if (links.length === 0) return [];
  const own: Record<string, ReturnType<typeof fixedValue>> = {};
  if (field && value !== undefined) {
    own['__value.raw'] = own['__value.text'] = own['__value.numeric'] = fixedValue(value === null ? '' : String(value));
    own['__field.name'] = own['__series.name'] = fixedValue(field.title);
    for (const [name, label] of Object.entries(field.labels)) own[`__field.labels.${name}`] = fixedValue(label);
  }
  if (frame && row !== undefined) {
    for (const other of frame.fields) {
      const text = fixedValue(String(other.values[row] ?? ''));
      own[`__data.fields.${other.name}`] = text;
      own[`__data.fields.${other.title}`] = text;
    }
  }
  const known = { ...scope, ...own };
  return links.flatMap((link) => follow(interpolate(link.title, known, readable), interpolate(link.url, known, encoded), new URLSearchParams(), link.targetBlank));
}

/** A link to this origin or to another by http; anything else, such as `javascript:`, is none. */
function follow(title: string, url: string, more: URLSearchParams, blank = false): Link[] {
  const base = 'http://lookout.invalid';
  if (!URL.canParse(url, base)) return [];
  const parsed = new URL(url, base);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return [];
  for (const [name, value] of more) parsed.searchParams.append(name, value);
  const external = parsed.origin !== base;
  return [{ title: title || url, href: external ? parsed.href : parsed.pathname + parsed.search + parsed.hash, external: external || blank }];
}
