/** A piece of printed JSON: what it is, and its text. `cut` counts characters of a string that are not printed. */
export interface JsonToken {
  kind: 'key' | 'string' | 'number' | 'literal' | 'plain';
  text: string;
  cut?: number | undefined;
}

export interface JsonLine {
  /** From 0. */
  number: number;
  /** Levels of indentation. */
  depth: number;
  tokens: readonly JsonToken[];
}

export interface JsonPage {
  lines: readonly JsonLine[];
  /** There is more than was asked for. */
  cut: boolean;
}

/** Characters of one string value that are printed. */
export const MAX_STRING = 2000;
/** Deeper values are printed on one line as an ellipsis: nobody reads there, and the stack ends. */
const MAX_DEPTH = 60;

/** The first `limit` lines of a value printed as JSON, so that a large answer costs only what is shown. */
export function jsonLines(value: unknown, limit: number): JsonPage {
  const lines: JsonLine[] = [];
  for (const line of print(value, 0, [], '')) {
    if (lines.length === limit) return { lines, cut: true };
    lines.push({ ...line, number: lines.length });
  }
  return { lines, cut: false };
}

/** `before` is what stands before the value on its first line (its key), `after` what follows its last (a comma). */
function* print(value: unknown, depth: number, before: readonly JsonToken[], after: string): Generator<Omit<JsonLine, 'number'>> {
  const entries = entriesOf(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries === null) yield { depth, tokens: [...before, scalar(value), ...plain(after)] };
  else if (entries.length === 0) yield { depth, tokens: [...before, ...plain(open + close + after)] };
  else if (depth >= MAX_DEPTH) yield { depth, tokens: [...before, ...plain(`${open}…${close}${after}`)] };
  else {
    yield { depth, tokens: [...before, ...plain(open)] };
    for (const [index, [key, child]] of entries.entries()) {
      const name: JsonToken[] = key === null ? [] : [{ kind: 'key', text: JSON.stringify(key) }, ...plain(': ')];
      yield* print(child, depth + 1, name, index === entries.length - 1 ? '' : ',');
    }
    yield { depth, tokens: plain(close + after) };
  }
}

const plain = (text: string): JsonToken[] => (text === '' ? [] : [{ kind: 'plain', text }]);

/** The children of an object or array, null for everything else. What JSON leaves out is left out. */
function entriesOf(value: unknown): readonly (readonly [string | null, unknown])[] | null {
  if (Array.isArray(value)) return value.map((child: unknown) => [null, child] as const);
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).filter(([, child]) => child !== undefined);
}

function scalar(value: unknown): JsonToken {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return { kind: 'number', text: JSON.stringify(value) };
  return { kind: 'literal', text: typeof value === 'boolean' ? String(value) : 'null' };
}

function text(value: string): JsonToken {
  const cut = value.length - MAX_STRING;
  return cut > 0 ? { kind: 'string', text: JSON.stringify(value.slice(0, MAX_STRING)), cut } : { kind: 'string', text: JSON.stringify(value) };
}
