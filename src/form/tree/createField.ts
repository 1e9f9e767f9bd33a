import type { JsonObject } from '../../core/index.js';
import type { FormField } from '../types.js';
import type { FieldAt } from './compileContext.js';
import { fieldWords } from './fieldWords.js';
import { isPlace } from './places.js';

/** A field with everything that its schema says of it; what is given wins. It is its caller's to complete. */
export function createField(schema: JsonObject, at: FieldAt, given: Pick<FormField, 'kind'> & Partial<FormField>): FormField {
  const { path, draftPath, required } = at;
  const { kind } = given;
  const hidden = given.hidden === true || schema.airbyte_hidden === true;
  return {
    path,
    draftPath,
    required,
    ...fieldWords(schema, path, at.label),
    secret: at.secret,
    multiline: schema.multiline === true,
    options: [],
    group: at.grouped && typeof schema.group === 'string' ? schema.group : null,
    folded: !required && !hidden && !at.secret && kind !== 'object' && kind !== 'choice' && schema.always_show !== true,
    inline: kind === 'object' && path.length === 1 && isPlace(path[0]) && !(typeof schema.title === 'string' && schema.title !== ''),
    fields: [],
    branches: [],
    display: 'radio',
    items: null,
    schema,
    ...given,
    hidden,
  };
}
