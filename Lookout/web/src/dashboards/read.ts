import { asArray, asBoolean, asNumber, asObject, asObjects, asString, asStrings, type Json } from './json';
import type { AnnotationQuery, Dashboard, DashboardLink, DataSourceRef, Panel, Target } from './model';
import { readFieldConfig, readLinks } from './readFieldConfig';
import type { Variable, VariableType } from './variableModel';

const panelTypes = new Set(['stat', 'timeseries', 'heatmap', 'table', 'bargauge', 'gauge', 'state-timeline', 'row', 'text', 'logs', 'traces']);
const variableTypes = new Set<string>(['query', 'custom', 'interval', 'textbox', 'constant', 'datasource']);
const transformations = new Set(['merge', 'organize', 'sortBy', 'filterFieldsByName', 'labelsToFields']);

/** Reads a dashboard file. What it does not know it leaves out and says so; what is missing gets Grafana's default. */
export function readDashboard(source: unknown): Dashboard {
  const file = asObject(source);
  const unknown: string[] = [];
  const time = asObject(file['time']);
  const panels = asObjects(file['panels']).map((panel) => readPanel(panel, unknown));
  const variables = asObjects(asObject(file['templating'])['list']).flatMap((variable) => readVariable(variable, unknown));
  return {
    uid: asString(file['uid']),
    title: asString(file['title'], 'Untitled dashboard'),
    description: asString(file['description']),
    tags: asStrings(file['tags']),
    time: { from: asString(time['from'], 'now-6h'), to: asString(time['to'], 'now') },
    refresh: asString(file['refresh']),
    refreshIntervals: asStrings(asObject(file['timepicker'])['refresh_intervals']),
    sharedCrosshair: (asNumber(file['graphTooltip']) ?? 0) > 0,
    links: asObjects(file['links']).map(readLink),
    annotations: asObjects(asObject(file['annotations'])['list']).filter((annotation) => asString(annotation['expr']) !== '').map(readAnnotation),
    variables,
    panels,
    unknown,
  };
}

function readLink(source: Json): DashboardLink {
  return {
    type: source['type'] === 'dashboards' ? 'dashboards' : 'link',
    title: asString(source['title']),
    tooltip: asString(source['tooltip']),
    url: asString(source['url']),
    tags: asStrings(source['tags']),
    asDropdown: asBoolean(source['asDropdown']),
    keepTime: asBoolean(source['keepTime']),
    includeVars: asBoolean(source['includeVars']),
    targetBlank: asBoolean(source['targetBlank']),
  };
}

function readAnnotation(source: Json): AnnotationQuery {
  return {
    name: asString(source['name'], 'Annotations'),
    enabled: asBoolean(source['enable'], true),
    hidden: asBoolean(source['hide']),
    expr: asString(source['expr']),
    step: asString(source['step'], '60s'),
    titleFormat: asString(source['titleFormat']),
    textFormat: asString(source['textFormat']),
    tagKeys: asString(source['tagKeys']).split(',').map((key) => key.trim()).filter((key) => key !== ''),
    iconColor: asString(source['iconColor'], 'red'),
    useValueForTime: source['useValueForTime'] === true || source['useValueForTime'] === 'on',
  };
}

function readVariable(source: Json, unknown: string[]): Variable[] {
  const type = asString(source['type']);
  const name = asString(source['name']);
  if (!variableTypes.has(type)) {
    unknown.push(`Variable ${name || '(unnamed)'} is of type ${type || '(none)'}, which Lookout does not know.`);
    return [];
  }
  const query = source['query'];
  const current = asObject(source['current'])['value'];
  const hide = source['hide'];
  return [{
    type: type as VariableType,
    name,
    label: asString(source['label']) || name,
    description: asString(source['description']),
    hide: hide === 2 || hide === 'hideVariable' ? 'variable' : hide === 1 || hide === 'hideLabel' ? 'label' : 'none',
    multi: asBoolean(source['multi']),
    includeAll: asBoolean(source['includeAll']),
    allValue: asString(source['allValue']) || undefined,
    query: typeof query === 'string' ? query : asString(asObject(query)['query']) || asString(source['definition']),
    regex: asString(source['regex']),
    sort: asNumber(source['sort']) ?? 0,
    refresh: asNumber(source['refresh']) ?? 1,
    auto: asBoolean(source['auto']),
    autoCount: asNumber(source['auto_count']) ?? 30,
    autoMin: asString(source['auto_min'], '10s'),
    current: Array.isArray(current) ? asStrings(current) : current === undefined || current === '' ? [] : [asString(current)],
    source,
  }];
}

function readPanel(source: Json, unknown: string[]): Panel {
  const type = asString(source['type'], 'missing');
  const title = asString(source['title']);
  const grid = asObject(source['gridPos']);
  if (!panelTypes.has(type)) unknown.push(`Panel ${title || asString(source['id'])} is of type ${type}, which Lookout does not draw.`);
  return {
    id: asNumber(source['id']) ?? 0,
    type,
    title,
    description: asString(source['description']),
    gridPos: { x: asNumber(grid['x']) ?? 0, y: asNumber(grid['y']) ?? 0, w: asNumber(grid['w']) ?? 12, h: asNumber(grid['h']) ?? 8 },
    datasource: readDataSource(source['datasource']),
    targets: asObjects(source['targets']).map(readTarget),
    interval: asString(source['interval']) || undefined,
    maxDataPoints: asNumber(source['maxDataPoints']),
    timeFrom: asString(source['timeFrom']) || undefined,
    links: readLinks(source['links']),
    transparent: asBoolean(source['transparent']),
    repeat: asString(source['repeat']) || undefined,
    repeatDirection: source['repeatDirection'] === 'v' ? 'v' : 'h',
    maxPerRow: asNumber(source['maxPerRow']),
    collapsed: asBoolean(source['collapsed']),
    panels: asArray(source['panels']).map((panel) => readPanel(asObject(panel), unknown)),
    fieldConfig: readFieldConfig(source['fieldConfig']),
    options: asObject(source['options']),
    transformations: asObjects(source['transformations']).filter((one) => one['disabled'] !== true).flatMap((one) => {
      const id = asString(one['id']);
      if (!transformations.has(id)) unknown.push(`Panel ${title} transforms its data by ${id}, which Lookout does not know.`);
      return transformations.has(id) ? [{ id, options: asObject(one['options']) }] : [];
    }),
  };
}

function readDataSource(source: unknown): DataSourceRef {
  if (typeof source === 'string') return { type: 'prometheus', uid: source };
  const { type, uid } = asObject(source);
  return { type: asString(type, 'prometheus'), uid: asString(uid) };
}

function readTarget(source: Json, index: number): Target {
  const format = source['format'];
  const instant = asBoolean(source['instant']);
  return {
    refId: asString(source['refId']) || String.fromCharCode(65 + index),
    expr: asString(source['expr']).trim(),
    legendFormat: asString(source['legendFormat']),
    instant,
    range: asBoolean(source['range'], !instant),
    format: format === 'table' || format === 'heatmap' ? format : 'time_series',
    interval: asString(source['interval']),
    exemplar: asBoolean(source['exemplar']),
    hide: asBoolean(source['hide']),
  };
}
