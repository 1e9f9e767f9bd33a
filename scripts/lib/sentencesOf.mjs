// What a catalogue of words says, sentence by sentence, with each function called as the kit would.

const COUNTS =
  /^(count|more|total|shown|seconds|ms|milliseconds|all|limit|left|page|bytes|size|rows|columns|lines|characters|longest|maximum|minimum|amount)$/i;
const LISTS = /^(things|names|fields|labels|items|values|removed|parts)$/;
/** What a sentence says only in some cases: it is printed without. */
const CASES = /^(stored|signedIn)$/;

const example = (name, count) => {
  if (CASES.test(name)) return undefined;
  return COUNTS.test(name) ? count : LISTS.test(name) ? ['‹a›', '‹b›'] : `‹${name}›`;
};

/** An object whose every property stands for itself: `‹service›`. */
const subject = (count) => new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : example(key, count)) });

/** The names of a function's parameters; null for one that is taken apart. */
function parametersOf(words) {
  const [, list = ''] = /^\(?([\s\S]*?)\)?\s*=>/.exec(String(words)) ?? [];
  const flat = list.replace(/\{[^}]*\}(\s*=\s*\{\})?/g, '{}');
  return flat.split(',').map((name) => (name.includes('{}') ? null : name.split('=')[0].trim()));
}

function said(words, count) {
  const own = parametersOf(words).map((name) => (name === null || name === 'context' || name === 'subject' ? subject(count) : example(name, count)));
  // Some take what their name does not tell; they are tried with a number and with a subject, too.
  for (const args of [own, own.map(() => subject(count)), own.map(() => count)]) {
    try {
      const value = words(...args);
      if (value !== undefined && !/NaN|undefined|\[object/.test(JSON.stringify(value))) return value;
    } catch {
      // Arguments of another kind are tried next.
    }
  }
  return undefined;
}

/**
 * Every sentence below a node, by the way to it.
 * @param {unknown} words
 * @param {string} key
 * @returns {{ key: string, text: string }[]}
 */
export function sentencesOf(words, key = '') {
  if (typeof words === 'string') return [{ key, text: words }];
  if (typeof words === 'function') {
    const [one, many] = [said(words, 1), said(words, 3)];
    if (one === undefined) return [{ key, text: '(a function of something else)' }];
    const plural = JSON.stringify(one) === JSON.stringify(many) ? [] : sentencesOf(many, `${key} (3)`);
    return [...sentencesOf(one, key), ...plural];
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => sentencesOf(value, key === '' ? name : `${key}.${name}`));
}
