export type LogLevel = 'error' | 'warning' | 'info' | 'debug';

/** What a line says, as far as its form is known: a JSON object of .NET or of Go's slog, a line of logfmt, or just words. */
export interface LogWords {
  readonly level: LogLevel | undefined;
  readonly time: Date | undefined;
  readonly message: string;
}

const levels: Readonly<Record<string, LogLevel>> = {
  critical: 'error',
  fatal: 'error',
  error: 'error',
  fail: 'error',
  crit: 'error',
  panic: 'error',
  warning: 'warning',
  warn: 'warning',
  information: 'info',
  info: 'info',
  notice: 'info',
  debug: 'debug',
  dbug: 'debug',
  trace: 'debug',
  trce: 'debug',
};

export function logWords(text: string): LogWords {
  return jsonWords(text) ?? logfmtWords(text) ?? { level: undefined, time: undefined, message: text };
}

function jsonWords(text: string): LogWords | undefined {
  if (!text.startsWith('{')) return undefined;
  let fields: Readonly<Record<string, unknown>>;
  try {
    fields = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  const pick = (...names: readonly string[]): string | undefined =>
    names.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value !== '');
  const message = pick('Message', 'message', 'msg', '@m');
  if (message === undefined) return undefined;
  const exception = pick('Exception', 'exception', 'err', 'error');
  return {
    level: levelOf(pick('LogLevel', 'Level', 'level', 'severity', '@l')),
    time: timeOf(pick('Timestamp', 'timestamp', 'time', 'ts', '@t')),
    message: exception === undefined ? message : `${message}\n${exception}`,
  };
}

function logfmtWords(text: string): LogWords | undefined {
  const level = /(?:^|\s)level=(\w+)/.exec(text)?.[1];
  if (level === undefined) return undefined;
  const time = /^(?:time|ts)=(\S+)\s+/.exec(text);
  const rest = text.slice(time?.[0].length ?? 0).replace(/^level=\w+\s+/, '');
  return { level: levelOf(level), time: timeOf(time?.[1]), message: messageFirst(rest) };
}

/** The words of `msg` before the other fields; where in the source they come from is left to the raw line. */
function messageFirst(fields: string): string {
  const message = /(?:^|\s)msg=(?:"((?:[^"\\]|\\.)*)"|(\S+))/.exec(fields);
  if (message === null) return fields;
  const others = fields
    .replace(message[0], ' ')
    .replace(/(?:^|\s)(?:source|caller)=\S+/, ' ')
    .trim();
  const words = (message[1] ?? message[2] ?? '').replace(/\\(.)/g, '$1');
  return others === '' ? words : `${words}  ${others}`;
}

function levelOf(name: string | undefined): LogLevel | undefined {
  return name === undefined ? undefined : levels[name.toLowerCase()];
}

function timeOf(text: string | undefined): Date | undefined {
  const time = new Date(text ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}
