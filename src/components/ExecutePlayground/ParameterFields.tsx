'use client';
import { type ReactNode, useId } from 'react';
import { errorKey, type Form, type FormField, type FormValues } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { useFormWords, usePlaygroundWords } from '../../internal/index.js';
import { FormProvider } from '../CredentialForm/FormProvider.js';
import { fieldKey } from '../CredentialForm/fieldLists.js';
import { fieldMessage } from '../CredentialForm/fieldMessages.js';
import { fieldsInPlay } from '../CredentialForm/fieldsInPlay.js';
import { fieldOfVerdict } from '../CredentialForm/placeErrors.js';
import { ParameterGrid } from './ParameterGrid.js';
import type { ParameterDraft } from './parameterDraft.js';

export interface ParameterFieldsProps {
  form: Form;
  draft: ParameterDraft;
  onDraftChange: (draft: ParameterDraft) => void;
  service: string;
}

/** Parameters as the fields of a form. */
export function ParameterFields({ form, draft, onDraftChange, service }: ParameterFieldsProps): ReactNode {
  const formWords = useFormWords();
  const id = useId();
  const words = usePlaygroundWords().parameters;
  const extras = Object.keys(draft.extras);
  const change = ({ path }: FormField, update: (values: FormValues) => FormValues) =>
    onDraftChange({
      ...draft,
      values: update(draft.values),
      errors: draft.errors.filter((error) => errorKey(error.path) !== errorKey(path)),
    });
  return (
    <FormProvider id={id} values={draft.values} messages={sentences(formWords, form.fields, draft, service)} disabled={false} change={change}>
      {form.fields.length === 0 ? (
        <p data-ack-slot="hint">{words.none}</p>
      ) : (
        <ParameterGrid fields={form.fields.map((field) => parameterField(field, words))} />
      )}
      {extras.length > 0 && <p data-ack-slot="hint">{words.alsoSent(extras)}</p>}
    </FormProvider>
  );
}

/** A yes or no that may be left out is a choice of three: leaving it out is not the same as "no". */
function parameterField(field: FormField, words: Messages['playground']['parameters']): FormField {
  if (field.kind === 'object') return { ...field, fields: field.fields.map((inner) => parameterField(inner, words)) };
  if (field.kind !== 'switch') return field;
  const options = [
    { value: true, label: words.yes },
    { value: false, label: words.no },
  ];
  return { ...field, kind: 'select', options };
}

/** Why values are not accepted, by `fieldKey`. */
function sentences(
  words: Messages['form'],
  fields: readonly FormField[],
  { errors, values }: ParameterDraft,
  service: string,
): Readonly<Record<string, string>> {
  const drawn = fieldsInPlay(fields, values);
  const said = errors.flatMap(({ path, code, params }) => {
    const field = fieldOfVerdict({ path }, drawn);
    return field === undefined ? [] : [[fieldKey(field), fieldMessage(words, field, { code, params }, service)]];
  });
  // Without a prototype: `constructor` is a parameter's name like any other.
  return Object.assign(Object.create(null), Object.fromEntries(said));
}
