type HintParams = Readonly<Partial<Record<'service' | 'mark' | 'label', string>>>;

/** Words of what is cleaned when it is pasted, and of what is told before a value is sent. */
export const paste = {
  /** By what was removed. */
  removed: {
    quotes: 'the quotes around it',
    bearer: '“Bearer”',
    invisible: 'characters that cannot be seen',
    line_breaks: 'line breaks',
    spaces: 'spaces',
    subdomain_from_url: 'the rest of the address',
  },
  cleaned: (removed: readonly string[]) => `Removed ${listOf(removed)}.`,
  /** By what looks wrong. It may be right all the same. */
  hints: {
    other_field: (label: string, { label: other = '' }: HintParams) => `This looks like the value of ${other}. Check that it belongs in ${label}.`,
    publishable_key: (label: string, { service = '', mark = '' }: HintParams) =>
      `This looks like a publishable key of ${service} (${mark}…). Check that it is the ${label}.`,
    client_id: (label: string, { service = '' }: HintParams) => `This looks like a client ID of ${service}. Check that it belongs in ${label}.`,
    client_secret: (label: string, { service = '' }: HintParams) => `This looks like a client secret of ${service}. Check that it belongs in ${label}.`,
    identifier: (label: string, { service = '', mark = '' }: HintParams) =>
      `This looks like an identifier of ${service} (${mark}…), which is not a secret. Check that it is the ${label}.`,
    url: (label: string) => `This looks like a web address. Check that it is the ${label}.`,
    email: (label: string) => `This looks like an email address. Check that it is the ${label}.`,
  } satisfies Record<string, (label: string, params: HintParams) => string>,
  /** A key file that is dropped on the form. */
  file: {
    drop: 'Drop the key file to fill in this form',
    filled: (count: number, name: string) => (count === 1 ? `Filled 1 field from ${name}` : `Filled ${count} fields from ${name}`),
    fields: (labels: readonly string[]) => `${listOf(labels)}. The file was read here and not sent anywhere.`,
    nothing: (name: string) => `Nothing was filled from ${name}`,
    no_fields: 'It has no values for the fields of this form. What you typed is still here.',
    close: 'Close',
  },
  undo: 'Undo',
  undoOf: (label: string) => `Undo what was removed from ${label}`,
};

const list = new Intl.ListFormat('en');
const listOf = (items: readonly string[]) => list.format(items);
