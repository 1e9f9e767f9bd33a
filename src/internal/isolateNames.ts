/** Marks that turn the text after them, and those that would end what isolates it. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** Letters that are read from right to left, and marks that make others so. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** A sign at an end, which is drawn at the other one among such letters; so may any letter be that is not of ASCII. */
const EDGE = /^\W|\W$/;

/** The words by what they were made from: made once, however many components use them. */
const made = new WeakMap<object, WeakMap<object, object>>();

/**
 * Words into whose sentences a name goes without turning what stands around it, or being turned by it. Where a sentence holds anything that
 * is read from right to left, a name that does, that holds marks of direction, or that begins or ends with a sign ("Yahoo!") is put between
 * the two characters that isolate, and its own marks are left out. All other names stay as they are, and so do identifiers.
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
  if (typeof words !== 'function') return mapped(words, isolating);
  const isolatingOnes = (...args: unknown[]): unknown => {
    const said: unknown = words(...args);
    return turns(said) ? words(...args.map(isolated)) : said;
  };
  // SAFETY: the same function but for what its arguments hold.
  return isolatingOnes as Kind;
}

/** Whether a sentence, or one of several, is read from right to left anywhere. */
const turns = (said: unknown): boolean => (typeof said === 'string' ? RIGHT_TO_LEFT.test(said) : isPlain(said) && Object.values(said).some(turns));

/** A value for a sentence, with every text in it isolated that is not left to itself. */
function isolated(value: unknown): unknown {
  if (typeof value === 'string') return RIGHT_TO_LEFT.test(value) || EDGE.test(value) ? `\u2068${value.replace(TURNS, '')}\u2069` : value;
  return Array.isArray(value) ? value.map(isolated) : mapped(value, isolated);
}

/** Plain objects only: a date is handed on as it is. */
function mapped<Kind>(value: Kind, map: (inside: unknown) => unknown): Kind {
  if (!isPlain(value)) return value;
  // SAFETY: the same keys, with values of the same kinds.
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, map(inside)])) as Kind;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value?.constructor === Object;
