import { isJsonObject, type JsonObject } from '../../core/index.js';
import type { FormField } from '../types.js';
import { keyOf, keyWordsOf } from './fieldWords.js';
import { leavesInPlay } from './leavesInPlay.js';
import type { KeyFileValue } from './types.js';

/** A key file has a few kilobytes; more than this is something else. In characters. */
const LONGEST = 200_000;
const WHOLE_KEY = /\b(?:credentials? json|json credentials?|json key|service account(?: info| key| json| credentials)?|key ?file|key json)\b/;

/**
 * What a JSON key file fills in when it is dropped on a form: the whole file where a field asks for it, and each key that a field is named
 * after. Null when it is no JSON object or fits nothing. It changes nothing itself. Pass the fields that are in play.
 * @example keyFileValues('{"client_id":"a","client_secret":"b"}', form.fields)
 */
export function keyFileValues(text: string, fields: readonly FormField[]): readonly KeyFileValue[] | null {
  const file = text.length > LONGEST ? null : parsed(text);
  if (file === null) return null;
  const leaves = leavesInPlay(fields);
  const whole = leaves.filter((field) => wantsFile(field) && isKeyFile(file)).slice(0, 1);
  const named = leaves.filter((field) => !whole.includes(field)).flatMap((field) => fromFile(field, file));
  const values = [...whole.map((field) => filling(field, text.trim())), ...named];
  return values.length === 0 ? null : values;
}

/** The object of the file. Google wraps an OAuth client's in `web` or `installed`. */
function parsed(text: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isJsonObject(json)) return null;
    const [inner, ...more] = Object.values(json);
    return more.length === 0 && isJsonObject(inner) ? inner : json;
  } catch {
    return null; // Not JSON: said by the null.
  }
}

const isKeyFile = (file: JsonObject): boolean => typeof file.private_key === 'string' || typeof file.client_secret === 'string' || 'client_email' in file;

/** Its name or its words ask for the contents of such a file. */
function wantsFile(field: FormField): boolean {
  if (!['text', 'secret', 'multiline_secret', 'json'].includes(field.kind)) return false;
  const words = `${field.label} ${field.help ?? ''} ${field.examples.join(' ')}`.toLowerCase();
  return WHOLE_KEY.test(keyWordsOf(field)) || (field.secret && words.includes('service account') && words.includes('json'));
}

function fromFile(field: FormField, file: JsonObject): KeyFileValue[] {
  const name = plain(keyOf(field));
  const key = Object.keys(file).find((candidate) => plain(candidate) === name && name !== '');
  const value = key === undefined ? undefined : typed(field, file[key]);
  return value === undefined ? [] : [filling(field, value)];
}

const plain = (key: string): string => key.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

function typed({ kind, options }: FormField, value: unknown): KeyFileValue['value'] | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  if (kind === 'switch') return typeof value === 'boolean' ? value : undefined;
  if (kind === 'number') return Number.isFinite(Number(value)) && value !== '' ? Number(value) : undefined;
  if (kind === 'select') return options.some((option) => option.value === value) ? value : undefined;
  return kind === 'text' || kind === 'secret' || kind === 'multiline_secret' ? String(value) : undefined;
}

const filling = ({ path, draftPath }: FormField, value: KeyFileValue['value']): KeyFileValue => ({ path, draftPath, value });
