'use client';
import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { errorKey, type FormError, type FormField, type FormValues, isSavedSecret, valueAt } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import type { CredentialFormProps } from './CredentialForm.js';
import type { FormContextValue } from './context.js';
import { fieldKey, fieldsInPlay } from './fieldLists.js';
import { fieldErrorsOfVerdict, fieldMessage } from './fieldMessages.js';
import { focusField } from './focusField.js';
import { fieldFor, placeErrors } from './placeErrors.js';
import { problemsOf } from './problems.js';
import { useFieldErrors } from './useFieldErrors.js';
import { useFocus } from './useFocus.js';
import { useForm } from './useForm.js';
import { useKeyFileDrop } from './useKeyFileDrop.js';

type Options = Pick<
  CredentialFormProps,
  'id' | 'schema' | 'advancedAuth' | 'serviceName' | 'values' | 'onValuesChange' | 'onSubmit' | 'renderField' | 'renderOAuth' | 'slots'
> & {
  error: ConnectError | null;
  disabled: boolean;
  autoFocus: boolean;
};

/** What a form shows and does: its fields in order, the errors at them, and what submitting means. */
export function useCredentialForm(options: Options) {
  const { id, schema, advancedAuth, serviceName, values, onSubmit, error, disabled, autoFocus } = options;
  const words = useFormWords();
  const element = useRef<HTMLFormElement>(null);
  const [announcement, announce] = useState('');
  const [tries, setTries] = useState(0);
  const form = useForm(schema, advancedAuth);
  const { fields, groups } = form;
  const drawn = useMemo(
    () =>
      fieldsInPlay(
        groups.flatMap((group) => group.fields),
        values,
      ),
    [groups, values],
  );
  const { told, errors, setErrors, dropErrors } = useFieldErrors(error, drawn);
  const { placed } = useMemo(() => placeErrors(errors, drawn), [errors, drawn]);
  const defaults = useMemo(() => form.defaults(), [form.defaults]);
  const wrong = drawn.filter((field) => fieldKey(field) in placed);
  useFocus({ element, id, error, first: drawn.find(({ kind }) => kind !== 'object'), firstWrong: wrong[0], autoFocus });
  const change = useChange(options, dropErrors);
  const drop = useKeyFileDrop({ fields: drawn, values, change, disabled });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (disabled) return;
    const submitted = form.toSubmit(values);
    const found = form.validate(submitted).errors.filter((one) => isCertain(one, drawn, values));
    setErrors(fieldErrorsOfVerdict(found));
    setTries(tries + 1);
    announce(found.length === 1 ? words.problems(1) : '');
    const first = drawn.find((field) => found.some(({ path }) => fieldFor(errorKey(path), drawn) === field));
    if (first !== undefined) focusField(element.current, id, fieldKey(first));
    // SAFETY: the properties of an AuthMethod's schema are the places of ConnectorValues.
    else onSubmit(submitted as Parameters<typeof onSubmit>[0]);
  };
  const sentences = wrong.flatMap((field) => {
    const said = placed[fieldKey(field)];
    return said === undefined ? [] : [[fieldKey(field), fieldMessage(words, field, said, serviceName)] as const];
  });
  const { renderField, renderOAuth, slots: parts } = options;
  const messages = Object.fromEntries(sentences);
  const context: FormContextValue = { id, values, defaults, disabled, change, announce, messages, renderField, renderOAuth, parts };
  const problems = problemsOf({ words, told, errors, drawn, serviceName });
  return { element, fields, groups, drawn, drop, context, announcement, problems, tries, submit };
}

/**
 * Whether an objection stops a submit: one that a field can show and a person can do something about. Not that a saved secret, which is a
 * mask here, breaks a rule; and what no field can name (a keyword that the form does not know) is left to the service.
 */
function isCertain({ path, code }: FormError, drawn: readonly FormField[], values: FormValues): boolean {
  const field = fieldFor(errorKey(path), drawn);
  if (field === undefined || code === 'unknown_key' || (field.kind === 'object' && code === 'invalid')) return false;
  return !isSavedSecret(valueAt(values, field.draftPath));
}

/** Changes the draft. Two changes of one event add up, though the values are the caller's and come back with the next render. */
function useChange({ values, onValuesChange, disabled }: Options, dropErrors: (field: FormField) => void): FormContextValue['change'] {
  const latest = useRef({ values, onValuesChange, disabled, dropErrors });
  latest.current = { values, onValuesChange, disabled, dropErrors };
  return useCallback((field, update) => {
    if (latest.current.disabled) return;
    latest.current.values = update(latest.current.values);
    latest.current.dropErrors(field);
    latest.current.onValuesChange(latest.current.values);
  }, []);
}
