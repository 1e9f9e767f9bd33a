import { patternOf } from '../patternSafety.js';
import type { FormField } from '../types.js';
import { isSingleLine, nameOf } from './fieldWords.js';
import { KNOWN_VALUES } from './knownValues.js';
import { leavesInPlay } from './leavesInPlay.js';
import type { PasteHint } from './types.js';

/** Texts of the kinds that people have at hand. A pattern that takes one of them tells nothing about a value. */
const PROBES = [
  'a',
  'acme',
  'acme-corp',
  '12345',
  '5f3c',
  'deadbeefdeadbeefdeadbeefdeadbeef',
  'Xk29sLq0ZmT4vB7nR1cW',
  'a@b.example',
  'https://a.example',
  'a b',
];

/**
 * What looks wrong about a typed value, or null. Pass the fields in play (`form.fields`), of which one may be where it belongs.
 * @example hintOf('pk_live_51H', apiKey, form.fields) // { code: 'publishable_key', params: { service: 'Stripe', mark: 'pk_' }, path: null }
 */
export function hintOf(value: unknown, field: FormField, fields: readonly FormField[]): PasteHint | null {
  if (typeof value !== 'string' || value.trim() === '' || !isSingleLine(field)) return null;
  const text = value.trim();
  if (patternOf(field.schema.pattern)?.test(text) === true) return null;
  return knownHint(text, field) ?? addressHint(text, field) ?? otherFieldHint(text, field, fields);
}

function knownHint(text: string, field: FormField): PasteHint | null {
  const known = KNOWN_VALUES.find(({ code, test }) => test.test(text) && isOutOfPlace(code, field));
  return known === undefined ? null : { code: known.code, params: { service: known.service, mark: known.mark }, path: null };
}

/** A client's secret is out of place where no secret of a client is asked; what is public, where a secret is. */
function isOutOfPlace(code: PasteHint['code'], field: FormField): boolean {
  const name = nameOf(field);
  if (code === 'client_secret') return !/\bsecret\b/.test(name) && /\b(?:id|token)\b/.test(name);
  return field.secret && !/\b(?:public|publishable|identifier|id|sid|username|login)\b/.test(name);
}

/** An address where a key is wanted. Passwords and names for signing in may be addresses. */
function addressHint(text: string, field: FormField): PasteHint | null {
  const name = nameOf(field);
  if (!field.secret || field.inputType !== 'text' || !/\b(?:key|token|secret)\b/.test(name)) return null;
  const examples = field.examples.join(' ');
  if (/^https?:\/\/\S+$/i.test(text) && !/\b(?:ur[il]s?|link|endpoint|webhook|dsn|connection|host|feed|sas)\b/.test(name) && !examples.includes('://'))
    return { code: 'url', params: {}, path: null };
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(text) && !/\be ?mails?\b/.test(name) && !examples.includes('@'))
    return { code: 'email', params: {}, path: null };
  return null;
}

/** Only where this field is certain not to want it: its own pattern says no, or it is a secret. */
function otherFieldHint(text: string, field: FormField, fields: readonly FormField[]): PasteHint | null {
  const pattern = patternOf(field.schema.pattern);
  if (pattern === null && !field.secret) return null;
  const other = leavesInPlay(fields, field).find(
    ({ draftPath, schema }) =>
      draftPath.join('.') !== field.draftPath.join('.') && schema.pattern !== field.schema.pattern && isDistinctive(schema.pattern, text),
  );
  return other === undefined ? null : { code: 'other_field', params: { label: other.label }, path: other.path };
}

function isDistinctive(source: unknown, text: string): boolean {
  const pattern = patternOf(source);
  return pattern?.test(text) === true && !PROBES.some((probe) => pattern.test(probe));
}
