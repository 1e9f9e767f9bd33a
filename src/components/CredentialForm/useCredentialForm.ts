'use client';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { errorKey, type FormField, withValueAt } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import type { CredentialFormProps } from './CredentialForm.js';
import type { FormContextValue } from './context.js';
import { fieldListsOf, leavesOf } from './fieldLists.js';
import { fieldErrorsOfVerdict, fieldMessage } from './fieldMessages.js';
import { focusField } from './focusField.js';
import { useFieldErrors } from './useFieldErrors.js';
import { useForm } from './useForm.js';

type Options = Pick<CredentialFormProps, 'id' | 'schema' | 'serviceName' | 'values' | 'onValuesChange' | 'onSubmit'> & {
  error: ConnectError | null;
  disabled: boolean;
  autoFocus: boolean;
};

/** What a form shows and does: its fields in order, the errors at them, and what submitting means. */
export function useCredentialForm({ id, schema, serviceName, values, onValuesChange, onSubmit, error, disabled, autoFocus }: Options) {
  const words = useFormWords();
  const element = useRef<HTMLFormElement>(null);
  const [announcement, setAnnouncement] = useState('');
  const form = useForm(schema);
  const { lists, leaves } = useMemo(() => listsOf(form.fields), [form.fields]);
  const { errors, setErrors, dropError } = useFieldErrors(error, leaves);
  const wrong = leaves.filter(({ path }) => errorKey(path) in errors);
  useFocus({ element, id, error, first: leaves[0], firstWrong: wrong[0], autoFocus });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (disabled) return;
    const submitted = form.toSubmit(values);
    const found = form.validate(submitted).errors;
    setErrors(fieldErrorsOfVerdict(found));
    setAnnouncement(found.length > 0 ? words.problems(found.length) : '');
    const first = leaves.find(({ path }) => found.some((one) => errorKey(one.path) === errorKey(path)));
    if (first !== undefined) focusField(element.current, id, errorKey(first.path));
    // An objection that no field can name (a keyword that the form does not know) is left to the service.
    // SAFETY: the properties of an AuthMethod's schema are the places of ConnectorValues.
    else onSubmit(submitted as Parameters<typeof onSubmit>[0]);
  };
  const setValue = ({ path }: FormField, value: unknown) => {
    dropError(errorKey(path));
    onValuesChange(withValueAt(values, path, value));
  };
  const sentences = wrong.map((field) => [errorKey(field.path), fieldMessage(words, field, errors[errorKey(field.path)], serviceName)] as const);
  const context: FormContextValue = { id, values, disabled, setValue, messages: Object.fromEntries(sentences) };
  return { element, lists, leaves, context, announcement, submit };
}

function listsOf(fields: readonly FormField[]) {
  const lists = fieldListsOf(fields);
  return { lists, leaves: leavesOf([...lists.needed, ...lists.folded]) };
}

interface FocusOptions {
  element: { readonly current: HTMLFormElement | null };
  id: string;
  error: ConnectError | null;
  first: FormField | undefined;
  firstWrong: FormField | undefined;
  autoFocus: boolean;
}

/** Focus goes to the first field at first, and to the first wrong one when a failure arrives. */
function useFocus({ element, id, error, first, firstWrong, autoFocus }: FocusOptions): void {
  const latest = useRef({ first, firstWrong });
  latest.current = { first, firstWrong };
  useEffect(() => {
    if (autoFocus && latest.current.first !== undefined) focusField(element.current, id, errorKey(latest.current.first.path));
  }, [element, id, autoFocus]);
  useEffect(() => {
    if (error !== null && latest.current.firstWrong !== undefined) focusField(element.current, id, errorKey(latest.current.firstWrong.path));
  }, [element, id, error]);
}
