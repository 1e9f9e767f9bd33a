/** Words of the credential form. */
export const form = {
  optional: 'Optional',
  /** The fold of what can be left out. */
  optionalFields: 'Optional fields',
  /** Heard at the sign of a closed fold that holds a value with an error. */
  problemInside: 'Has a problem',
  /** May hold the marks of help texts, such as `code`. */
  example: (example: string) => `For example \`${example}\`.`,
  /** The name of a button that is pressed while the value is shown. */
  show: (label: string) => `Show ${label}`,
  notSet: 'Not set',
  /** At a switch that was never set. */
  onByDefault: 'On by default',
  choose: 'Choose one',
  /** Alternatives without a name of their own, by the JSON type of their value. */
  types: {
    string: 'Text',
    number: 'Number',
    integer: 'Whole number',
    boolean: 'Yes or no',
    array: 'List',
    object: 'Several values',
    null: 'Nothing',
  },
  remove: (item: string) => `Remove ${item}`,
  tags: 'Press Enter after each value. Put one that has a comma in double quotes.',
  json: 'Written as JSON.',
  utc: 'In UTC.',
  /** A list of things with values of their own; `kind` is what one of them is called. */
  list: {
    /** What one is called where the schema does not say it. */
    entry: 'entry',
    /** The same, of a list inside a list. */
    inner: 'value',
    add: (kind: string) => `Add ${lowerFirst(kind)}`,
    /** One that has no values yet. */
    numbered: (kind: string, number: number) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number}`,
    added: (item: string) => `${item} added.`,
    removed: (item: string) => `${item} removed.`,
  },
  /** At a field, by code: which value, and what to do about it. */
  errors: {
    required: (label: string) => `${label} is missing.`,
    /** A choice, of which nothing is chosen. */
    unchosen: (label: string) => `${label} is missing. Choose one.`,
    /** A list, of which there may be a name for several: `Columns`. */
    unlisted: (label: string) => `Add at least one value: ${label}.`,
    pattern: (label: string, pattern: string) => `${label} must have the form ${pattern}.`,
    format: (label: string, format: string) => (format === 'email' ? 'Enter an email address, name@example.com.' : `${label} is not a valid ${format}.`),
    minimum: (label: string, minimum: number) => `${label} must be ${minimum} or more.`,
    maximum: (label: string, maximum: number) => `${label} must be ${maximum} or less.`,
    min_length: (label: string, length: number) => `${label} is too short. It needs at least ${counted(length, 'character')}.`,
    max_length: (label: string, length: number) => `${label} is too long. It takes at most ${counted(length, 'character')}.`,
    min_items: (label: string, count: number) => `${label} needs at least ${counted(count, 'value')}. Add more.`,
    max_items: (label: string, count: number) => `${label} takes at most ${counted(count, 'value')}. Remove some.`,
    unique: (label: string) => `${label} has a value twice. Remove one of them.`,
    multiple_of: (label: string, step: number) => `${label} must be a multiple of ${step}.`,
    enum: (label: string) => `${label} is none of the values offered. Choose one.`,
    constant: (label: string) => `${label} is not the value that is expected here. Choose again.`,
    type: (label: string) => `${label} has the wrong kind of value.`,
    json: 'This is not valid JSON. Check quotes, commas and brackets.',
    /** The service's own verdict. */
    refused: (label: string, service: string, reason?: string) =>
      `${service} refused this ${lower(label, service)}. ${reason === undefined ? 'Check that it is complete and still valid.' : `Reason given: ${reason}`}`,
    /** Airbyte's verdict on one value. */
    invalid: (label: string) => `${label} was not accepted. Check it and try again.`,
    /** A verdict that names no value. */
    form: 'These values do not fit together. Check them and try again.',
  },
  notSaved: 'Nothing was saved',
  stillHere: 'What you typed is still in the form.',
  /** Those that are left; none when each was changed. */
  problems: (count: number) =>
    count === 0 ? 'Nothing is left to correct.' : count === 1 ? '1 value needs your attention.' : `${count} values need your attention.`,
  /** Those that are not listed. */
  moreProblems: (count: number) => `And ${count} more.`,
};

const counted = (count: number, noun: string): string => (count === 1 ? `${count} ${noun}` : `${count} ${noun}s`);

/** `Custom report` is a `custom report`; `API key` and `S3 bucket` stay. */
const lowerFirst = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** A label inside a sentence: `Secret key` is a `secret key`; `API token` and `Zendesk token` stay. */
const lower = (label: string, service: string): string => (label.startsWith(service.split(' ')[0] ?? service) ? label : lowerFirst(label));
