/** Words of the credential form. */
export const form = {
  optional: 'Optional',
  /** The fold of what can be left out. */
  optionalFields: 'Optional fields',
  /** May hold the marks of help texts, such as `code`. */
  example: (example: string) => `For example \`${example}\`.`,
  /** The name of a button that is pressed while the value is shown. */
  show: (label: string) => `Show ${label}`,
  notSet: 'Not set',
  choose: 'Choose one',
  remove: (item: string) => `Remove ${item}`,
  tags: 'Press Enter after each value.',
  json: 'Written as JSON.',
  utc: 'In UTC.',
  /** At a field, by code. */
  errors: {
    required: (label: string) => `${label} is missing.`,
    pattern: (label: string, pattern: string) => `${label} has another form: ${pattern}.`,
    format: (label: string, format: string) => (format === 'email' ? 'Enter an email address, name@example.com.' : `${label} is not a valid ${format}.`),
    minimum: (label: string, minimum: number) => `${label} is at least ${minimum}.`,
    maximum: (label: string, maximum: number) => `${label} is at most ${maximum}.`,
    enum: (label: string) => `${label} is none of the values offered. Choose one.`,
    type: (label: string) => `${label} has the wrong kind of value.`,
    json: 'This is not valid JSON. Check quotes, commas and brackets.',
    /** The service's own verdict. */
    refused: (label: string, service: string) => `${service} refused this ${lower(label, service)}. Check that it is complete and still valid.`,
    /** Airbyte's verdict on one value. */
    invalid: (label: string) => `${label} was not accepted. Check it and try again.`,
  },
  refusedNotice: {
    title: (service: string, label: string) => `${service} refused this ${lower(label, service)}`,
    text: 'Nothing was saved. What you typed is still here.',
  },
  notSaved: 'Nothing was saved',
  problems: (count: number) => (count === 1 ? '1 value needs your attention.' : `${count} values need your attention.`),
};

/** A label inside a sentence: `Secret key` is a `secret key`; `API token` and `Zendesk token` stay. */
const lower = (label: string, service: string): string =>
  /^[A-Z][a-z]/.test(label) && !label.startsWith(service.split(' ')[0] ?? service) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
