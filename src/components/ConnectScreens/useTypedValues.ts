'use client';
import { useState } from 'react';
import type { AuthMethod, ConnectFlowState, ConnectorValues } from '../../core/index.js';
import type { FormValues } from '../../form/index.js';
import type { FormScreens } from './loadFormScreens.js';
import { useForgetting } from './useForgetting.js';

/** One method's form. */
export interface Draft {
  /** What it began with. */
  initial: FormValues;
  values: FormValues;
  /** What is secret was forgotten, and nothing was typed since. */
  cleared: boolean;
}

/** What was typed for one definition, by method key. */
export interface Typed {
  definitionId: string | null;
  drafts: Readonly<Record<string, Draft>>;
}

const NOTHING: Typed = { definitionId: null, drafts: {} };

export interface TypedValues {
  /** The draft of the method of the moment. */
  values: FormValues;
  setValues: (values: FormValues) => void;
  /** What is secret in it was forgotten, and nothing was typed since. */
  cleared: boolean;
  /** Whether closing now would throw away something that was typed. */
  dirty: boolean;
}

/**
 * What was typed, for each method of the definition of the moment. It outlives the form while the flow stores, checks, comes back and goes
 * to another method, and is forgotten when the connector is connected or another service is chosen; what is secret in it also when the page
 * is left, or the tab was hidden for ten minutes.
 * @param forms Null until the screens with a form are there: before that nothing can have been typed.
 * @param initialValues What the first form begins with, once: values that came back over a redirect.
 */
export function useTypedValues(forms: FormScreens | null, state: ConnectFlowState, initialValues: ConnectorValues | null): TypedValues {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const [used, setUsed] = useState<ConnectorValues | null>(null);
  const next = typedIn(forms, state, typed, used === initialValues ? null : initialValues);
  // Adjusted while rendering: no frame shows the values of another form, and none keeps those of a finished one.
  if (next !== typed) {
    setTyped(next);
    if ('method' in state && forms !== null) setUsed(initialValues);
  }
  useForgetting(() => setTyped((now) => forms?.withoutSecrets(state, now) ?? NOTHING));
  const key = 'method' in state ? state.method.key : null;
  const draft = key === null ? undefined : next.drafts[key];
  return {
    values: draft?.values ?? {},
    cleared: draft?.cleared === true,
    setValues: (values) => {
      if (key !== null) setTyped((now) => withValues(now, key, values));
    },
    dirty: forms !== null && asks(state) && Object.values(next.drafts).some(({ initial, values }) => forms.isDirty(initial, values)),
  };
}

/** What is known of a state's forms: the same object where nothing changes. */
function typedIn(forms: FormScreens | null, state: ConnectFlowState, typed: Typed, initialValues: ConnectorValues | null): Typed {
  if (isOver(state)) return typed.definitionId === null ? typed : NOTHING;
  // The picker, and a definition that loads: what was typed is kept for whoever comes back to the same service.
  if (!('definition' in state)) return typed;
  const own = typed.definitionId === state.definition.id ? typed : { definitionId: state.definition.id, drafts: {} };
  if (forms === null || !('method' in state) || Object.hasOwn(own.drafts, state.method.key)) return own;
  const initial = startOf(forms, state.method, initialValues);
  return { ...own, drafts: { ...own.drafts, [state.method.key]: { initial, values: initial, cleared: false } } };
}

function startOf({ layOutForm }: FormScreens, { schema }: AuthMethod, initialValues: ConnectorValues | null): FormValues {
  const layout = layOutForm(schema);
  return initialValues === null ? layout.defaults() : layout.fromSaved({ ...initialValues });
}

function withValues(typed: Typed, key: string, values: FormValues): Typed {
  const draft = typed.drafts[key];
  return draft === undefined ? typed : { ...typed, drafts: { ...typed.drafts, [key]: { ...draft, values, cleared: false } } };
}

/** What is stored is connected, also where its check failed. */
const isOver = (state: ConnectFlowState): boolean =>
  state.step === 'idle' ||
  state.step === 'connected' ||
  state.step === 'unverified' ||
  (state.step === 'failed' && state.from !== 'loading' && state.connector !== null);

/** The steps that show what was typed, or lead back to it: also the picker does, where the same service may be picked again. */
const asks = ({ step }: ConnectFlowState): boolean =>
  step === 'failed' || step === 'configuring' || step === 'choosingMethod' || step === 'picking' || step === 'loading';
