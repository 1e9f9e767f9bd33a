'use client';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { errorKey, type FormError, type FormField, type FormLayout, type FormValues, isSavedSecret, valueAt } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import type { CredentialFormProps } from './CredentialForm.js';
import type { FormContextValue } from './context.js';
import type { FormProviderProps } from './FormProvider.js';
import { fieldKey, fieldsInPlay } from './fieldLists.js';
import { focusField } from './focusField.js';
import type { FormState } from './formStore.js';
import { formTrouble } from './formTrouble.js';
import { fieldErrorsOfVerdict, fieldFor, type PlacedErrors, placeErrors, placeOf } from './placeErrors.js';
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
  const { fields, groups, defaults, toSubmit, validate } = useForm(schema, advancedAuth);
  const drawn = useDrawn(groups, values);
  // A failure is taken up once there are words for it.
  const failure = trouble === null ? null : error;
  const { told, errors, setErrors, dropErrors } = useFieldErrors(failure, drawn, trouble?.fieldErrorsOf);
  const { placed, wrong } = useMemo(() => {
    if (Object.keys(errors).length === 0) return NOTHING_SAID;
    const { placed } = placeErrors(errors, drawn());
    return { placed, wrong: drawn().filter((field) => fieldKey(field) in placed) };
  }, [errors, drawn]);
  useFocus({ element, id, error: failure, drawn, firstWrong: wrong[0], autoFocus });
  const { change, latestValues } = useChange(options, dropErrors);
  const drop = useKeyFileDrop({ fields: drawn, values, change, disabled });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (disabled) return;
    setTries(tries + 1);
    const values = latestValues(); // Newer than those drawn where the click itself has ended a word.
    const submitted = toSubmit(values);
    const asked = values === options.values ? drawn() : fieldsIn(groups, values);
    const found = validate(submitted).errors.filter((one) => isCertain(one, asked, values));
    setErrors(fieldErrorsOfVerdict(found));
    announce(found.length === 1 ? words.problems(1) : '');
    const first = firstOf(found, asked);
    if (first !== undefined) setFirst({ key: fieldKey(first) });
    // SAFETY: the properties of an AuthMethod's schema are the places of ConnectorValues.
    else onSubmit(submitted as Parameters<typeof onSubmit>[0]);
  };
  const { renderField, renderOAuth, slots: parts } = options;
  const messages = useMemo(() => trouble?.fieldMessages(words, wrong, placed, serviceName) ?? NO_MESSAGES, [trouble, words, wrong, placed, serviceName]);
  const context: Omit<FormProviderProps, 'children'> = { id, values, defaults, disabled, change, announce, messages, renderField, renderOAuth, parts };
  const problems = Object.keys(told).length === 0 ? [] : (trouble?.problemsOf({ words, told, errors, drawn: drawn(), serviceName }) ?? []);
  // Before the words for single fields are there, or where they can not be loaded.
  const unsaid = trouble === null && wrong.length > 0 ? words.problems(wrong.length) : null;
  return { element, fields, groups, drawn, drop, context, announcement, unsaid, trouble, problems, tries, submit };
}

/** One and the same, so that a form without errors has the same messages at every key. */
const NOTHING_SAID: { placed: PlacedErrors['placed']; wrong: readonly FormField[] } = { placed: {}, wrong: [] };

const NO_MESSAGES: FormState['messages'] = {};

/** The fields that are drawn now and can show an error, found when they are asked for: that has every part of the schema compiled that is in play. */
function useDrawn(groups: FormLayout['groups'], values: FormValues): () => readonly FormField[] {
  return useMemo(() => {
    let drawn: readonly FormField[] | null = null;
    return () => {
      drawn ??= fieldsIn(groups, values);
      return drawn;
    };
  }, [groups, values]);
}

const fieldsIn = (groups: FormLayout['groups'], values: FormValues): readonly FormField[] =>
  fieldsInPlay(
    groups.flatMap((group) => group.fields),
    values,
  );

/** The first field, in the order drawn, at which something is said. */
function firstOf(errors: readonly FormError[], drawn: readonly FormField[]): FormField | undefined {
  const places = errors.map(({ path }) => placeOf(fieldFor(errorKey(path), drawn), drawn));
  return drawn[places.reduce((first, place) => Math.min(first, place), drawn.length)];
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
function useChange({ values, onValuesChange, disabled }: Options, dropErrors: (field: FormField) => void) {
  const latest = useRef({ values, onValuesChange, disabled, dropErrors });
  latest.current = { values, onValuesChange, disabled, dropErrors };
  const change: FormContextValue['change'] = useCallback((field, update) => {
    if (latest.current.disabled) return;
    latest.current.values = update(latest.current.values);
    latest.current.dropErrors(field);
    latest.current.onValuesChange(latest.current.values);
  }, []);
  return { change, latestValues: () => latest.current.values };
}
