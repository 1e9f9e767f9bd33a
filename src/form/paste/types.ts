import type { FieldPath } from '../types.js';

/** What `cleanPaste` took away. The words are in `i18n`. */
export type PasteFix = 'quotes' | 'bearer' | 'invisible' | 'line_breaks' | 'spaces' | 'subdomain_from_url';

/** A pasted text as it should go into its field, and what is different about it. */
export interface CleanPaste {
  text: string;
  /** Each at most once, in the order in which they were made. Empty: the text is as it was pasted. */
  removed: readonly PasteFix[];
}

/**
 * What looks wrong about a value before it is sent. Never a verdict: the value may be right all the same.
 * - `other_field`: it has the form of another field's value; `path` and `params.label` say which.
 * - `publishable_key`: a key that its service makes for browsers, where a secret one is wanted.
 * - `client_id`, `client_secret`: one stands where the other is wanted.
 * - `identifier`: names an account or a key, and opens nothing.
 * - `url`, `email`: an address where a key is wanted.
 */
export type PasteHintCode = 'other_field' | 'publishable_key' | 'client_id' | 'client_secret' | 'identifier' | 'url' | 'email';

/** What a value looks like that was perhaps not meant for its field. It never blocks. */
export interface PasteHint {
  code: PasteHintCode;
  /** `service` that makes such values and the `mark` by which they are known (`pk_live_`); `label` of the other field. */
  params: Readonly<Partial<Record<'service' | 'mark' | 'label', string>>>;
  /** Of `other_field`. */
  path: FieldPath | null;
}

/** One value that a key file brings, for `withValueAt(values, draftPath, value)`. */
export interface KeyFileValue {
  path: FieldPath;
  draftPath: FieldPath;
  value: string | number | boolean;
}
