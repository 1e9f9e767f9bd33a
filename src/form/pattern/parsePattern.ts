import type { PatternNode } from './types.js';

/** Groups within groups. */
const DEEPEST = 100;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y;
const CLASS = /\[(?:[^\]\\]|\\[\s\S])*\]/y;
const UNICODE_ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\s\S]{2}\\u[dD][c-fC-F][\s\S]{2}|u[\s\S]{4}|x[\s\S]{2}|c[\s\S]|[\s\S])/uy;
const ESCAPE = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[\s\S])/y;
const GROUP = /\((?:\?(?:(:)|(<?[=!])|<[^>]*>))?/y;

/**
 * The tree of a pattern that the engine has accepted with these flags (`u` or none), or null where it holds what a tree can not say:
 * a reference to what a group captured, flags within the pattern.
 */
export function parsePattern(source: string, flags: 'u' | ''): PatternNode | null {
  let at = 0;
  let understood = true;
  let depth = 0;
  const taken = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const match = expression.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };

  function either(): PatternNode {
    const nodes = [sequence()];
    while (understood && source[at] === '|') {
      at += 1;
      nodes.push(sequence());
    }
    return { kind: 'either', nodes };
  }

  function sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (understood && at < source.length && source[at] !== '|' && source[at] !== ')') nodes.push(repeated(atom()));
    return { kind: 'sequence', nodes };
  }

  function repeated(node: PatternNode): PatternNode {
    const match = taken(QUANTIFIER);
    if (match === null) return node;
    const [, sign, least, comma, most] = match;
    const min = sign === undefined ? Number(least) : Number(sign === '+');
    const max = sign === undefined ? boundOf(min, comma, most) : sign === '?' ? 1 : Number.POSITIVE_INFINITY;
    return { kind: 'repeat', node, min, max };
  }

  function atom(): PatternNode {
    if (source[at] === '(') return group();
    if (source[at] === '^' || source[at] === '$') return { kind: 'edge', edge: source[at++] === '^' ? 'start' : 'end' };
    if (source[at] === '[') return char(taken(CLASS)?.[0]);
    if (source[at] === '\\') return escaped(taken(flags === 'u' ? UNICODE_ESCAPE : ESCAPE)?.[0] ?? '');
    const point = flags === 'u' ? String.fromCodePoint(source.codePointAt(at) ?? 0) : source.charAt(at);
    at += point.length;
    return char(/^[{}\]]$/.test(point) ? `\\${point}` : point);
  }

  function group(): PatternNode {
    const [whole = '', , look] = taken(GROUP) ?? [];
    depth += 1;
    if (depth > DEEPEST || (whole === '(' && source[at] === '?')) understood = false;
    const node = either();
    depth -= 1;
    at += 1;
    return look === undefined ? node : { kind: 'look', node, ahead: !look.startsWith('<'), negated: look.endsWith('!') };
  }

  function escaped(text: string): PatternNode {
    if (text === '\\b' || text === '\\B') return { kind: 'edge', edge: text === '\\b' ? 'word' : 'not_word' };
    if (/^\\[1-9k]/.test(text)) understood = false;
    return char(text);
  }

  function char(text: string | undefined): PatternNode {
    if (text !== undefined && understood) return { kind: 'char', test: new RegExp(`^(?:${text})$`, flags) };
    understood = false;
    return { kind: 'sequence', nodes: [] };
  }

  const tree = either();
  return understood && at === source.length ? tree : null;
}

function boundOf(min: number, comma: string | undefined, most: string | undefined): number {
  if (comma === undefined) return min;
  return most === '' || most === undefined ? Number.POSITIVE_INFINITY : Number(most);
}
