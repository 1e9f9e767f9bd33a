'use client';
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ConnectError } from '../../core/index.js';
import { type FieldLayout, type Form, type FormField, type FormValues, layOutAsked, withoutOAuthOutput } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import type { CredentialFormProps } from './CredentialForm.js';
import type { FormContextValue } from './context.js';
import type { FormProviderProps } from './FormProvider.js';
import { fieldKey } from './fieldLists.js';
import { focusField } from './focusField.js';
import type { FormState } from './formStore.js';
import { type FormTrouble, formTrouble } from './formTrouble.js';
import type { PlacedErrors } from './placeErrors.js';
import { useEarlySubmit } from './useEarlySubmit.js';
import { useFieldErrors } from './useFieldErrors.js';
import { useFocus } from './useFocus.js';
import { useKeyFileDrop } from './useKeyFileDrop.js';
import { useValidator } from './useValidator.js';

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
  const layout = useMemo(() => layOutAsked(schema, { advancedAuth }), [schema, advancedAuth]);
  const { fields, groups, defaults } = layout;
  const validate = useVerdict(options, fields, trouble);
  const drawn = useDrawn(groups, values, trouble);
  // A failure is taken up once there are words for it.
  const failure = trouble === null ? null : error;
  const { told, errors, setErrors, dropErrors } = useFieldErrors(failure, drawn, trouble);
  const { placed, wrong } = useMemo(() => {
    if (trouble === null || Object.keys(errors).length === 0) return NOTHING_SAID;
    const { placed } = trouble.placeErrors(errors, drawn());
    return { placed, wrong: drawn().filter((field) => fieldKey(field) in placed) };
  }, [trouble, errors, drawn]);
  useFocus({ element, id, error: failure, firstWrong: wrong[0], autoFocus });
  const { change, latestValues } = useChange(options, dropErrors);
  const drop = useKeyFileDrop({ fields: drawn, values, change, disabled });
  const early = useEarlySubmit(element, trouble !== null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (disabled) return;
    setTries(tries + 1);
    if (trouble === null || validate === null) return early.wait();
    // Newer than those drawn where the click itself has ended a word.
    const { submitted, errors: found, first } = trouble.submissionOf(layout, validate, latestValues());
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
  const unsaid = early.failed && trouble === null ? words.notSaved : null;
  return { element, fields, groups, drawn, drop, context, announcement, unsaid, trouble, problems, tries, submit };
}

/** One and the same, so that a form without errors has the same messages at every key. */
const NOTHING_SAID: { placed: PlacedErrors['placed']; wrong: readonly FormField[] } = { placed: {}, wrong: [] };
/** Without a prototype: a field may be called `__proto__`. */
const NO_MESSAGES: FormState['messages'] = Object.create(null);

/** The verdict on what is sent: by the validator once that is there, else on what is missing. Null before anything can be sent. */
function useVerdict({ schema, advancedAuth }: Options, fields: readonly FormField[], trouble: FormTrouble | null): Form['validate'] | null {
  const createValidate = useValidator();
  return useMemo(() => {
    const asked = advancedAuth === undefined ? schema : withoutOAuthOutput(schema, advancedAuth);
    return trouble?.validateBy(createValidate, asked, fields) ?? null;
  }, [schema, advancedAuth, fields, trouble, createValidate]);
}

/** The fields that are drawn now and can show an error, found when they are asked for: that has every part of the schema compiled that is in play. */
function useDrawn(groups: FieldLayout['groups'], values: FormValues, trouble: FormTrouble | null): () => readonly FormField[] {
  return useMemo(() => {
    let drawn: readonly FormField[] | null = null;
    return () => {
      drawn ??= trouble?.drawnIn(groups, values) ?? [];
      return drawn;
    };
  }, [groups, values, trouble]);
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
