/** A property of something that nobody has checked; undefined where there is none. */
export const at = (value: unknown, key: string): unknown => Object(value)[key];

/** The same, where it is a text. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}
