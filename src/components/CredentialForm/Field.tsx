'use client';
import { type ReactNode, useCallback, useContext } from 'react';
import { type FormField, valueAt, withValueAt } from '../../form/index.js';
import { ChoiceField } from './ChoiceField.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldLabel } from './FieldLabel.js';
import { Fields } from './Fields.js';
import { fieldKey } from './fieldLists.js';
import { moreControls } from './moreControls.js';
import { ObjectField } from './ObjectField.js';
import { ValueField } from './ValueField.js';

/** One node of the field tree: a value with its label, error and help; of an object, a choice and a list, those inside it. */
export function Field({ field }: { field: FormField }): ReactNode {
  if (field.hidden) return null;
  switch (field.kind) {
    case 'object':
      return (
        <ObjectField field={field}>
          <Fields fields={field.fields} />
        </ObjectField>
      );
    case 'choice':
      return <ChoiceField field={field} />;
    case 'list':
      return <List field={field} />;
    default:
      return <Value field={field} />;
  }
}

/** Its parts load when a list is first drawn. Until then its name stands there. */
function List({ field }: { field: FormField }): ReactNode {
  const Loaded = moreControls.use('a list')?.ListField;
  const slot = useFormSlots();
  if (Loaded !== undefined) return <Loaded field={field} />;
  return (
    <div {...slot('field')} data-kind="list" aria-busy="true">
      <FieldLabel field={field} />
    </div>
  );
}

/** Reads the form, so that `ValueField` is drawn again only when its own value or error changes. */
function Value({ field }: { field: FormField }): ReactNode {
  const { id, values, messages, disabled, change, renderField, parts } = useContext(FormContext);
  const onValueChange = useCallback((value: unknown) => change(field, (current) => withValueAt(current, field.draftPath, value)), [change, field]);
  return (
    <ValueField
      field={field}
      formId={id}
      value={valueAt(values, field.draftPath)}
      message={messages[fieldKey(field)]}
      disabled={disabled}
      onValueChange={onValueChange}
      renderField={renderField}
      parts={parts}
    />
  );
}
