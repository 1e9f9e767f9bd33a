import { type FormField, valueAt } from '../../form/index.js';

/** The fields as they are drawn: what is needed, then what is folded. */
export interface FieldLists {
  needed: readonly FormField[];
  folded: readonly FormField[];
}

/** Objects without a title are no group for people: their fields stand in line. What can be left out is folded, unless nothing else is asked. */
export function fieldListsOf(fields: readonly FormField[]): FieldLists {
  const inline = fields.flatMap(inlineOf);
  const needed = inline.filter(isShown);
  return needed.length === 0 ? { needed: inline, folded: [] } : { needed, folded: inline.filter((field) => !isShown(field)) };
}

/** The fields that hold values, in the order drawn. */
export const leavesOf = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => (field.kind === 'object' ? leavesOf(field.fields) : [field]));

/** Whether somebody gave a value here that is not the default. */
export const isFilled = (values: unknown, field: FormField): boolean => {
  const value = valueAt(values, field.path);
  return value !== undefined && value !== null && value !== '' && value !== field.schema.default && !(Array.isArray(value) && value.length === 0);
};

const isTitled = ({ schema }: FormField): boolean => typeof schema.title === 'string' && schema.title !== '';

const inlineOf = (field: FormField): readonly FormField[] => (field.kind === 'object' && !isTitled(field) ? field.fields.flatMap(inlineOf) : [field]);

/** A secret is what the screen is about, even where the schema calls it optional. */
const isShown = (field: FormField): boolean => field.required || field.secret || field.schema.always_show === true;
