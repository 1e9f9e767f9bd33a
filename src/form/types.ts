/** What draws a field. `json` is for a part of a schema that is not understood: a plain JSON box, never a crash. */
export type FieldKind =
  | 'text'
  | 'secret'
  | 'multiline_secret'
  | 'number'
  | 'switch'
  | 'select'
  | 'date'
  | 'date_time'
  | 'tags'
  | 'list'
  | 'choice'
  | 'object'
  | 'json';

/** Keys from the root, `['credentials', 'api_key']`. Joined with dots it keys errors. */
export type FieldPath = readonly (string | number)[];

/** One node of the field tree. */
export interface FormField {
  kind: FieldKind;
  path: FieldPath;
  /** The schema's title, else the key made readable. */
  label: string;
  /** Hostile text: Markdown links and HTML. Draw it through the safe subset. */
  help: string | null;
  examples: readonly string[];
  required: boolean;
  secret: boolean;
  /** Of a `select`. */
  options: readonly { value: string | number | boolean; label: string }[];
  /** Of an `object`: drawn inline, without a heading, when it has no title. */
  fields: readonly FormField[];
  inputType: 'text' | 'email' | 'url' | 'number';
  /** The property schema, for whoever draws a field of their own. */
  schema: Readonly<Record<string, unknown>>;
}

/** Stable codes; the words are in `i18n`. */
export type FieldErrorCode = 'required' | 'pattern' | 'format' | 'minimum' | 'maximum' | 'enum' | 'type' | 'json';

export interface FormError {
  path: FieldPath;
  code: FieldErrorCode;
  /** `{ format: 'email' }`, `{ minimum: 1 }`, `{ pattern: 'YYYY-MM-DD' }`. */
  params: Readonly<Record<string, string | number>>;
}

/** What a person has typed so far, in the shape of the schema. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a form asks, without the verdict. */
export interface FormLayout {
  fields: readonly FormField[];
  /** The values of an untouched form. */
  defaults(): FormValues;
  /** Trimmed; blank optional values are left out. */
  toSubmit(values: FormValues): FormValues;
  /** What was not understood, for the developer. */
  warnings: readonly string[];
}

export interface FormVerdict {
  valid: boolean;
  errors: readonly FormError[];
}

export interface Form extends FormLayout {
  /** The verdict on exactly this value: pass it `toSubmit(values)`. */
  validate(value: FormValues): FormVerdict;
}
