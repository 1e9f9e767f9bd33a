import { patternOf } from '../patternSafety.js';
import type { FormField } from '../types.js';
import { isSingleLine, nameOf } from './fieldWords.js';
import { subdomainOf } from './subdomainOf.js';
import type { CleanPaste, PasteFix } from './types.js';

/** No key or name is longer; a longer text in a field of one line is left as it is. In characters. */
const LONGEST = 10_000;

type Fix = (text: string, field: FormField) => string;

/** Byte order mark, zero-width space, word joiner, soft hyphen, marks and isolates of direction. */
const INVISIBLE = /[\uFEFF\u200B\u2060\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Joiners, which some languages and emoji need, but no key. */
const JOINERS = /\u200C|\u200D/gu;
const QUOTED = /^(?:"([^"]+)"|'([^']+)'|`([^`]+)`|“([^“”]+)”|‘([^‘’]+)’|«([^«»]+)»)[,;]?$/u;
const BEARER = /^(?:authorization\s*:\s*)?bearer\s+(\S+)$/i;

const FIXES: readonly (readonly [PasteFix, Fix])[] = [
  ['invisible', withoutInvisible],
  ['line_breaks', withoutLineBreaks],
  ['spaces', (text, field) => (isSingleLine(field) ? text.trim() : text)],
  ['quotes', withoutQuotes],
  ['bearer', withoutBearer],
  ['subdomain_from_url', (text, field) => subdomainOf(text, field) ?? text],
];

/**
 * A pasted text without what was copied along with it. A text that fits the field's pattern as it is, and would not when cleaned, stays.
 * Show what was removed: nothing may change behind a person's back.
 * @example cleanPaste('"Bearer sk_1"', field) // { text: 'sk_1', removed: ['quotes', 'bearer'] }
 */
export function cleanPaste(text: string, field: FormField): CleanPaste {
  if (isSingleLine(field) && text.length > LONGEST) return { text, removed: [] };
  const removed: PasteFix[] = [];
  let cleaned = text;
  for (const [name, fix] of FIXES) {
    const next = fix(cleaned, field);
    if (next === cleaned || next === '') continue;
    removed.push(name);
    cleaned = next;
  }
  const pattern = patternOf(field.schema.pattern);
  return pattern?.test(text) === true && !pattern.test(cleaned) ? { text, removed: [] } : { text: cleaned, removed };
}

function withoutInvisible(text: string, field: FormField): string {
  const visible = text.replace(INVISIBLE, '');
  return field.secret ? visible.replace(JOINERS, '') : visible;
}

/**
 * A wrapped key is one word, as a box would have made it: only blanks at a break go too, since a password may hold others. A wrapped text keeps
 * its words apart. Line by line: one expression for all would take long on a page of blanks.
 */
function withoutLineBreaks(text: string, field: FormField): string {
  if (!isSingleLine(field) || !/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]/).filter((line) => line !== '');
  const inner = lines.map((line, place) => (place === 0 ? line.trimEnd() : place === lines.length - 1 ? line.trimStart() : line.trim()));
  return inner.filter((line) => line !== '').join(field.secret ? '' : ' ');
}

/** Quotes around a text with spaces belong to it (a search phrase), unless it is a secret. */
function withoutQuotes(text: string, field: FormField): string {
  if (!isSingleLine(field) || field.examples.some((example) => QUOTED.test(example))) return text;
  const inner = QUOTED.exec(text)
    ?.slice(1)
    .find((part) => part !== undefined);
  return inner === undefined || (!field.secret && /\s/.test(inner)) ? text : inner.trim();
}

function withoutBearer(text: string, field: FormField): string {
  const wanted = isSingleLine(field) && (field.secret || /\b(?:token|key)\b/.test(nameOf(field)));
  if (!wanted || field.examples.some((example) => BEARER.test(example))) return text;
  const token = BEARER.exec(text)?.[1];
  return token === undefined ? text : withoutQuotes(token, field);
}
