/** Holds a value of a saved configuration where the draft of a form needs it, so that no log, cache or serialisation of the draft shows it. */
export class SavedValue {
  #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** The value exactly as it came. For `toSubmit` alone. */
  open(): unknown {
    return this.#value;
  }

  /** Nothing: a draft that was kept as JSON lacks the value, and so asks for it, where a word in its place would be sent. */
  toJSON(): undefined {
    return undefined;
  }

  toString(): string {
    return '[saved]';
  }

  /** What Node's `console.log` and `util.inspect` print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[saved]';
  }
}

/** The draft of a secret that is saved and was not replaced: it is sent back as it came, and its mask never reaches an input. */
export class SavedSecret extends SavedValue {}

/** Whether a draft is a saved secret: draw "saved" and Replace in place of an input. */
export const isSavedSecret = (value: unknown): boolean => value instanceof SavedSecret;

/** Under this key the draft of an object or of a choice keeps the saved value from which it was made. */
export const SAVED: unique symbol = Symbol('saved');

/** The saved value of a draft, in a box so that a saved `undefined` or null is told from none. */
export function savedOf(draft: unknown): { value: unknown } | null {
  const saved = typeof draft === 'object' && draft !== null ? Reflect.get(draft, SAVED) : undefined;
  return saved instanceof SavedValue ? { value: saved.open() } : null;
}
