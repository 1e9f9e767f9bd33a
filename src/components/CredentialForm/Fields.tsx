'use client';
import { memo, type ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { Field } from './Field.js';
import { FoldedFields } from './FoldedFields.js';
import { fieldListsOf, keyAmong } from './fieldLists.js';

/** The fields of one container: what is needed, then a fold of what can be left out. */
export const Fields = memo(function Fields({ fields }: { fields: readonly FormField[] }): ReactNode {
  const { needed, folded } = fieldListsOf(fields);
  return (
    <>
      {needed.map((field) => (
        <Field key={keyAmong(field)} field={field} />
      ))}
      {folded.length > 0 && <FoldedFields fields={folded} />}
    </>
  );
});
