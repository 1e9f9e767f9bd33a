/**
 * Gives an object a property that is worked out when it is first read, and is plain from then on: listed, copied and compared as any other.
 * For parts of a form that are seldom drawn, such as the alternatives that nobody chooses.
 */
export function lazily<Target extends object, Key extends keyof Target>(target: Target, key: Key, work: () => Target[Key]): Target {
  return Object.defineProperty(target, key, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = work();
      Object.defineProperty(target, key, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
  });
}
