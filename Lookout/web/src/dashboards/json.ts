/** A JSON object whose members are not yet known. */
export type Json = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
export const asObjects = (value: unknown): readonly Json[] => asArray(value).map(asObject);
export const asString = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherwise;
export const asStrings = (value: unknown): readonly string[] => asArray(value).map((item) => asString(item));
export const asBoolean = (value: unknown, otherwise = false): boolean => (typeof value === 'boolean' ? value : otherwise);

/** A finite number; text counts when it is one. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}
