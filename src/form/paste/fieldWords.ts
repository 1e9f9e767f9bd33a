import type { FormField } from '../types.js';

/** The last key of its path that is a name: that of a list for an item of it. */
export const keyOf = ({ path }: FormField): string => String(path.findLast((key) => typeof key === 'string') ?? '');

/** The key as words: `accountSID` and `account-sid` become `account sid`. */
export const keyWordsOf = (field: FormField): string =>
  keyOf(field)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase();

/** The key and the label: what the field calls itself. */
export const nameOf = (field: FormField): string => `${keyWordsOf(field)} ${field.label.toLowerCase()}`;

/** True where one line of text is typed. */
export const isSingleLine = ({ kind, multiline }: FormField): boolean => !multiline && kind !== 'multiline_secret' && kind !== 'json';
