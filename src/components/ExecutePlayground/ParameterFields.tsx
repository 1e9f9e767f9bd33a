'use client';
import type { ReactNode } from 'react';
import { errorKey, type Form, type FormField, valueAt, withValueAt } from '../../form/index.js';
import { useMessages } from '../../internal/index.js';
import { usePlaygroundSlot } from './context.js';
import { ParameterField } from './ParameterField.js';
import type { ParameterDraft } from './parameterDraft.js';

export interface ParameterFieldsProps {
  form: Form;
  draft: ParameterDraft;
  onDraftChange: (draft: ParameterDraft) => void;
}

/** Parameters as fields, two in a row where there is room. */
export function ParameterFields({ form, draft, onDraftChange }: ParameterFieldsProps): ReactNode {
  const slot = usePlaygroundSlot();
  const words = useMessages().playground.parameters;
  const extras = Object.keys(draft.extras);
  const draw = (field: FormField): ReactNode => {
    if (field.kind === 'object') {
      return (
        <fieldset key={errorKey(field.path)} data-ack-slot="parameters-group">
          <legend data-ack-slot="field-label">{field.label}</legend>
          <div {...slot('parameters-grid')}>{field.fields.map(draw)}</div>
        </fieldset>
      );
    }
    return (
      <ParameterField
        key={errorKey(field.path)}
        field={field}
        value={valueAt(draft.values, field.path)}
        error={draft.errors.find(({ path }) => errorKey(path) === errorKey(field.path))}
        onValueChange={(value) =>
          onDraftChange({
            ...draft,
            values: withValueAt(draft.values, field.path, value),
            errors: draft.errors.filter(({ path }) => errorKey(path) !== errorKey(field.path)),
          })
        }
      />
    );
  };
  return (
    <>
      {form.fields.length === 0 ? <p data-ack-slot="hint">{words.none}</p> : <div {...slot('parameters-grid')}>{form.fields.map(draw)}</div>}
      {extras.length > 0 && <p data-ack-slot="hint">{words.alsoSent(extras)}</p>}
    </>
  );
}
