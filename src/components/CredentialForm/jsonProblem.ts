/** Where a text stops being JSON. Lines and columns count from 1. */
export interface JsonProblem {
  /** Something stands where it may not; a text has no end, or a line break in it; all ends too early. */
  code: 'unexpected' | 'unclosed' | 'ended';
  line: number;
  column: number;
  /** What stands there, up to a dozen characters. */
  found: string;
}

/** Longer texts are not searched for their mistake. In characters. */
const LONGEST = 200_000;

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or close' | 'end';

const SPACE = /[ \t\r\n]*/y;
const TOKEN = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[{}[\],:]/uy;

/** The first place at which a text is not JSON, or null for JSON. Engines tell it in sentences of their own, and not all of them do. */
export function jsonProblem(text: string): JsonProblem | null {
  if (text.length > LONGEST || isJson(text)) return null;
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    if (at >= text.length) return expected === 'end' ? null : problemAt('ended', text, at);
    const token = matchAt(TOKEN, text, at);
    if (token === undefined) return problemAt(text[at] === '"' ? 'unclosed' : 'unexpected', text, at);
    const next = nextAfter(token, expected, open);
    if (next === null) return problemAt('unexpected', text, at);
    expected = next;
    at += token.length;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // Where, is what the caller finds out.
  }
}

/** What may follow a token, or null where the token itself may not stand. `open` holds the brackets around it. */
function nextAfter(token: string, expected: Expected, open: string[]): Expected | null {
  const ended = (): Expected => (open.length === 0 ? 'end' : 'comma or close');
  const closes = token === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
  if (closes && (expected === 'comma or close' || expected === 'value or ]' || expected === 'key or }')) {
    open.pop();
    return ended();
  }
  if (expected === 'key' || expected === 'key or }') return token.startsWith('"') ? 'colon' : null;
  if (expected === 'colon') return token === ':' ? 'value' : null;
  if (expected === 'comma or close') return token === ',' ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (expected === 'end' || /^[}\],:]/.test(token)) return null;
  if (token !== '{' && token !== '[') return ended();
  open.push(token);
  return token === '{' ? 'key or }' : 'value or ]';
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function problemAt(code: JsonProblem['code'], text: string, at: number): JsonProblem {
  const before = text.slice(0, at).split('\n');
  const found = /^[\w.+-]{1,12}|^./su.exec(text.slice(at))?.[0] ?? '';
  return { code, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found };
}
