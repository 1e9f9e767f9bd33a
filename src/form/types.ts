import type { SchemaType } from './tree/schemaTypes.js';

/** What draws a field. `json` is for a part of a schema of which no form is possible: a plain JSON box and a warning, never a crash. */
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

/** Keys from the root of what is sent, `['credentials', 'api_key']`. Joined with dots it keys errors. */
export type FieldPath = readonly (string | number)[];

/** One value that can be picked. */
export interface FieldOption {
  value: string | number | boolean | null;
  label: string;
}

/** One alternative of a `choice`. */
export interface FieldBranch {
  /** Its place among the alternatives of the schema: `chooseBranch` takes it. */
  index: number;
  /** The alternative's title, else a name made from its constant. */
  label: string;
  /**
   * Of an alternative that is one value and has no title: its JSON type, by which a form can name it in words for people. `label` is then
   * that type's name. Null where `label` is the schema's own, or made from what the alternative asks for.
   */
  valueType: SchemaType | null;
  /** Hostile text, as `help` of a field. */
  help: string | null;
  /** What it asks for: of an object its properties, of a scalar one field at the path of the choice itself. */
  fields: readonly FormField[];
  /** `airbyte_hidden`: not offered, but drawn when a saved configuration uses it. */
  hidden: boolean;
  /** Consent at the service takes the place of its credentials: `advanced_auth` names this alternative. */
  oauth: boolean;
}

/** One node of the field tree. */
export interface FormField {
  kind: FieldKind;
  /** Where its value is sent, and where an error of it stands. */
  path: FieldPath;
  /** Where its draft stands in `FormValues`: as `path`, but inside a branch of a `choice` through that branch's own draft. */
  draftPath: FieldPath;
  /** The schema's title, else the key made readable. */
  label: string;
  /** Hostile text: Markdown links and HTML. Draw it through the safe subset. */
  help: string | null;
  examples: readonly string[];
  required: boolean;
  /** Of an `object`, a `list` or a `choice`: all that it holds is. Its draft may then be one `SavedSecret` in place of them. */
  secret: boolean;
  /** Text of several lines. */
  multiline: boolean;
  /** Of a `select`; of `tags`, when only these can be picked. */
  options: readonly FieldOption[];
  /** Id of its group, only at the root of a schema: see `FormLayout.groups`. */
  group: string | null;
  /** Optional enough to stand under "Optional fields". */
  folded: boolean;
  /** Never drawn, but defaulted and sent: `airbyte_hidden`, a constant. */
  hidden: boolean;
  /** Of an `object`: its place is not worth a heading, its fields stand among those around it. */
  inline: boolean;
  /** Of an `object`. */
  fields: readonly FormField[];
  /** Of a `choice`. */
  branches: readonly FieldBranch[];
  /** How a `choice` is shown: `display_type` where the schema says it, else radio cards up to three. */
  display: 'radio' | 'dropdown';
  /** Of a `list`: the field of its first item. That of another is `itemAt(field, index)`. */
  items: FormField | null;
  inputType: 'text' | 'email' | 'url' | 'number';
  /** How the value looks, for people: `pattern_descriptor`, or the name of a well-known date pattern. */
  patternHint: string | null;
  /** The property schema, for whoever draws a field of their own. */
  schema: Readonly<Record<string, unknown>>;
}

/** Fields under one title, in the order in which they are drawn. */
export interface FieldGroup {
  id: string;
  /** Null for the fields that belong to no named group. */
  title: string | null;
  fields: readonly FormField[];
}

/** Stable codes; the words are in `i18n`. `invalid` is a rule that the form has no words for. */
export type FieldErrorCode =
  | 'required'
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'min_length'
  | 'max_length'
  | 'min_items'
  | 'max_items'
  | 'unique'
  | 'multiple_of'
  | 'enum'
  | 'constant'
  | 'type'
  | 'unknown_key'
  | 'json'
  | 'invalid';

/** What is wrong with one value; the words are yours or the kit’s. */
export interface FormError {
  path: FieldPath;
  code: FieldErrorCode;
  /** `{ format: 'email' }`, `{ minimum: 1 }`, `{ pattern: 'YYYY-MM-DD' }`. */
  params: Readonly<Record<string, string | number>>;
}

/**
 * The draft of a form: what a person has typed so far. Near the shape of what is sent, but a `choice` keeps a draft for each branch, and a
 * saved secret is a `SavedSecret`. Made by `defaults` and `fromSaved`, changed by `withValueAt`, `chooseBranch`, `addItem`, `removeItem`,
 * `moveItem`, `replaceSecret` and `restoreSecret`.
 */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a form asks, without the verdict. */
export interface FormLayout {
  /** Every field in order, hidden ones too. */
  fields: readonly FormField[];
  /** The same fields as they are drawn, by group. One group without a title where the schema has no groups. */
  groups: readonly FieldGroup[];
  /** The draft of an untouched form. */
  defaults(): FormValues;
  /** The draft of a saved configuration. Nothing is defaulted; keys that the schema does not know are kept; secrets become `SavedSecret`. */
  fromSaved(config: Readonly<Record<string, unknown>>): FormValues;
  /**
   * What is sent: trimmed, blank and untouched optional values left out, constants filled in, saved secrets as they came. What was not
   * touched since `fromSaved` goes back exactly as it came, constants of another version of the schema too; a required constant that was
   * missing is added.
   */
  toSubmit(values: FormValues): Readonly<Record<string, unknown>>;
  /** What was not understood, or is left unchecked, for the developer. */
  warnings: readonly string[];
}

/** What `validate` found. */
export interface FormVerdict {
  valid: boolean;
  /** At the fields; one at the root (an empty path) where no field can be named. */
  errors: readonly FormError[];
  /** Where a text was not matched against its pattern: it has more than 10,000 characters, or would have taken too long. Only there when there is one. */
  unchecked?: readonly FieldPath[];
}

/** A form as `compileForm` makes it: its fields, its values, its verdict. */
export interface Form extends FormLayout {
  /** The verdict on exactly this value: pass it `toSubmit(values)`. */
  validate(value: unknown): FormVerdict;
}
