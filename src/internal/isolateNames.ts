/** Marks that turn the text after them, and those that would end what isolates it. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** Letters that are read from right to left, and marks that make others so. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The words by what they were made from: made once, however many components use them. */
const made = new WeakMap<object, WeakMap<object, object>>();

/**
 * Words into whose sentences a name goes without turning what stands around it: one that is read from right to left, or holds marks of
 * direction, is put between the two characters that isolate, and its own marks are left out. All other names stay as they are.
 * @param from What the words are made from: the host's, and the English ones below them. The same two are the same words.
 */
export function isolateNames<Words extends object>([own, english]: readonly [own: object, english: object], words: () => Words): Words {
  const ofOwn = made.get(own) ?? new WeakMap<object, object>();
  made.set(own, ofOwn);
  const known = ofOwn.get(english) ?? isolating(words());
  ofOwn.set(english, known);
  // SAFETY: `isolating` keeps every key and the kind of what stands there; the English words are of one area.
  return known as Words;
}

function isolating<Kind>(words: Kind): Kind {
  // SAFETY: the same function but for what its arguments hold.
  if (typeof words === 'function') return ((...args: unknown[]) => words(...args.map(isolated))) as Kind;
  return mapped(words, isolating);
}

/** A value for a sentence, with every text in it isolated. */
function isolated(value: unknown): unknown {
  if (typeof value === 'string') return RIGHT_TO_LEFT.test(value) ? `\u2068${value.replace(TURNS, '')}\u2069` : value;
  return Array.isArray(value) ? value.map(isolated) : mapped(value, isolated);
}

/** Plain objects only: a date is handed on as it is. */
function mapped<Kind>(value: Kind, map: (inside: unknown) => unknown): Kind {
  if (!isPlain(value)) return value;
  // SAFETY: the same keys, with values of the same kinds.
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, map(inside)])) as Kind;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value?.constructor === Object;
