/** A property of something that nobody has checked; undefined where there is none. */
export const at = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);
