/**
 * A holder for what an end user typed. Caches, devtools, dehydration and logs that meet it see `[sealed]`; only `open()` yields the
 * value, and after `empty()` there is none. Put a credential into one the moment it leaves the form, and empty it when the call settled.
 */
export class Sealed<T> {
  #value: T | undefined;

  constructor(value: T) {
    this.#value = value;
  }

  /**
   * The value.
   * @throws {TypeError} when the holder was emptied: a credential is used for one request, not kept.
   */
  open(): T {
    if (this.#value === undefined) throw new TypeError('This sealed value was emptied after its request settled. Ask for the credential again.');
    return this.#value;
  }

  /** Forgets the value. Safe to call twice. */
  empty(): void {
    this.#value = undefined;
  }

  toJSON(): string {
    return '[sealed]';
  }

  toString(): string {
    return '[sealed]';
  }

  get [Symbol.toStringTag](): string {
    return 'Sealed';
  }

  /** What Node's `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]';
  }
}
