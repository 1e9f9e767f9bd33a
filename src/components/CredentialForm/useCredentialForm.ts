'use client';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import type { FormField, FormLayout, FormValues } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import type { CredentialFormProps } from './CredentialForm.js';
import type { FormContextValue } from './context.js';
import type { FormProviderProps } from './FormProvider.js';
import { fieldKey } from './fieldLists.js';
import { drawnIn } from './fieldsInPlay.js';
import { focusField } from './focusField.js';
import type { FormState } from './formStore.js';
import { formTrouble } from './formTrouble.js';
import { type PlacedErrors, placeErrors } from './placeErrors.js';
import { submissionOf } from './submission.js';
import { useCommit } from './useCommit.js';
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
  const [first, setFirst] = useState<{ key: string } | null>(null);
  // After the folds around it have drawn it.
  useEffect(() => {
    if (first !== null) focusField(element.current, id, first.key);
  }, [first, id]);
  const trouble = formTrouble.use(`try ${tries} of a form`);
  const form = useForm(schema, advancedAuth);
  const { fields, groups, defaults } = form;
  const drawn = useDrawn(groups, values);
  // A failure is taken up once there are words for it.
  const failure = trouble === null ? null : error;
  const { told, errors, setErrors, dropErrors } = useFieldErrors(failure, drawn, trouble?.fieldErrorsOf);
  const { placed, wrong } = useMemo(() => {
    if (Object.keys(errors).length === 0) return NOTHING_SAID;
    const { placed } = placeErrors(errors, drawn());
    return { placed, wrong: drawn().filter((field) => fieldKey(field) in placed) };
  }, [errors, drawn]);
  useFocus({ element, id, error: failure, firstWrong: wrong[0], autoFocus });
  const { change, latestValues } = useChange(options, dropErrors);
  const drop = useKeyFileDrop({ fields: drawn, values, change, disabled });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (disabled) return;
    setTries(tries + 1);
    // Newer than those drawn where the click itself has ended a word.
    const { submitted, errors: found, first } = submissionOf(form, latestValues());
    setErrors(found);
    announce(Object.keys(found).length === 1 ? words.problems(1) : '');
    if (first !== null) setFirst({ key: fieldKey(first) });
    // SAFETY: the properties of an AuthMethod's schema are the places of ConnectorValues.
    else onSubmit(submitted as Parameters<typeof onSubmit>[0]);
  };
  const { renderField, renderOAuth, slots: parts } = options;
  const messages = useMemo(() => trouble?.fieldMessages(words, wrong, placed, serviceName) ?? NO_MESSAGES, [trouble, words, wrong, placed, serviceName]);
  const context: Omit<FormProviderProps, 'children'> = { id, values, defaults, disabled, change, announce, messages, renderField, renderOAuth, parts };
  const problems = Object.keys(told).length === 0 ? [] : (trouble?.problemsOf({ words, told, errors, drawn: drawn(), serviceName }) ?? []);
  // Before the words for single fields are there, or where they can not be loaded.
  const brief = wrong.length > 0 ? words.problems(wrong.length) : error === null ? null : words.notSaved;
  const unsaid = trouble === null ? brief : null;
  return { element, fields, groups, drawn, drop, context, announcement, unsaid, trouble, problems, tries, submit };
}

/** One and the same, so that a form without errors has the same messages at every key. */
const NOTHING_SAID: { placed: PlacedErrors['placed']; wrong: readonly FormField[] } = { placed: {}, wrong: [] };
/** Without a prototype: a field may be called `__proto__`. */
const NO_MESSAGES: FormState['messages'] = Object.create(null);

/** The fields that are drawn now and can show an error, found when they are asked for: that has every part of the schema compiled that is in play. */
function useDrawn(groups: FormLayout['groups'], values: FormValues): () => readonly FormField[] {
  return useMemo(() => {
    let drawn: readonly FormField[] | null = null;
    return () => {
      drawn ??= drawnIn(groups, values);
      return drawn;
    };
  }, [groups, values]);
}

/** Changes the draft. Two changes of one event add up, though the values are the caller's and come back with the next render. */
function useChange({ values, onValuesChange, disabled }: Options, dropErrors: (field: FormField) => void) {
  const latest = useRef({ values, onValuesChange, disabled, dropErrors });
  // Not while drawing, which may come to nothing.
  useCommit(() => {
    latest.current = { values, onValuesChange, disabled, dropErrors };
  });
  const change: FormContextValue['change'] = useCallback((field, update) => {
    if (latest.current.disabled) return;
    latest.current.values = update(latest.current.values);
    latest.current.dropErrors(field);
    latest.current.onValuesChange(latest.current.values);
  }, []);
  return { change, latestValues: () => latest.current.values };
}
