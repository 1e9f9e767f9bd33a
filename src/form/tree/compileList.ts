import { isJsonObject, type JsonObject } from '../../core/index.js';
import { nameFromKey } from '../nameFromKey.js';
import type { FormField } from '../types.js';
import type { CompileContext, FieldAt } from './compileContext.js';
import { compileField, jsonField } from './compileField.js';
import { createField } from './createField.js';
import { optionsOf } from './fieldKind.js';
import { textIn } from './fieldWords.js';

/** A list: of plain values tags, of anything else items with a field each. */
export function compileList(schema: JsonObject, at: FieldAt, context: CompileContext): FormField {
  if (Array.isArray(schema.items)) return jsonField(schema, at, context, 'is a list whose items differ by place');
  const items = compileField(isJsonObject(schema.items) ? schema.items : {}, itemAt(schema, at), context);
  const list = createField(schema, at, { kind: 'list', items });
  if (items.secret || items.hidden) return list;
  if (items.kind === 'select') return tagsOf(list, { options: items.options });
  return isTag(items) ? tagsOf(list, {}) : list;
}

const itemAt = (schema: JsonObject, at: FieldAt): FieldAt => ({
  ...at,
  path: [...at.path, 0],
  draftPath: [...at.draftPath, 0],
  depth: at.depth + 1,
  required: true,
  grouped: false,
  isTelling: false,
  isItem: true,
  label: textIn(schema.title) ?? at.label ?? nameFromKey(String(at.path.at(-1))),
});

const isTag = ({ kind }: FormField): boolean => kind === 'text' || kind === 'number' || kind === 'date' || kind === 'date_time';

/** What the items say of their format is of use at the box in which all of them are typed. */
function tagsOf({ items, ...list }: FormField, given: Partial<FormField>): FormField {
  if (items === null) return { ...list, items };
  return {
    ...list,
    kind: 'tags',
    items: null,
    inputType: items.inputType,
    patternHint: list.patternHint ?? items.patternHint,
    examples: list.examples.length > 0 ? list.examples : items.examples,
    options: optionsOf({ enum: list.schema.enum, enumNames: list.schema.enumNames }),
    ...given,
  };
}
