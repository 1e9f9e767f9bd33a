'use client';
import { memo, type ReactNode, useId } from 'react';
import type { FieldGroup } from '../../form/index.js';
import { useFormSlots } from './context.js';
import { Fields } from './Fields.js';
import { FoldedFields } from './FoldedFields.js';
import { fieldListsOf } from './fieldLists.js';

export interface GroupFieldsProps {
  group: FieldGroup;
  /** Nothing else is asked: what can be left out is not folded away. */
  alone: boolean;
}

/** The fields of one group: under its title, a `<section>`; one that can be left out, or is for few, is a fold under its title. */
export const GroupFields = memo(function GroupFields({ group: { id, title, fields }, alone }: GroupFieldsProps): ReactNode {
  const slot = useFormSlots();
  const titleId = useId();
  const { needed } = fieldListsOf(fields);
  if (needed.length === 0) return null;
  if (title === null) return <Fields fields={fields} />;
  if (!alone && (id === 'advanced' || needed.every(({ folded }) => folded))) {
    return (
      <div {...slot('field-group')} data-folded="">
        <FoldedFields fields={needed} title={title} />
      </div>
    );
  }
  return (
    <section {...slot('field-group')} aria-labelledby={titleId}>
      <h3 data-ack-slot="title" data-level="2" id={titleId}>
        {title}
      </h3>
      <Fields fields={fields} />
    </section>
  );
});
