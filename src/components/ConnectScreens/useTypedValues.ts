'use client';
import { useEffect, useState } from 'react';
import type { ConnectFlowState } from '../../core/index.js';
import { compileForm, type FormValues } from '../../form/index.js';

/** A tab that was hidden this long has forgotten what was typed, in milliseconds. */
const HIDDEN_MS = 10 * 60_000;

/**
 * What was typed, for the definition and method of the moment. It outlives the form while the flow stores, checks and comes back, and is
 * forgotten when the connector is connected, another way is chosen, the page is left, or the tab was hidden for ten minutes.
 * @param initialValues What the form begins with, once: values that came back over a redirect.
 */
export function useTypedValues(state: ConnectFlowState, initialValues: FormValues | null): [FormValues, (values: FormValues) => void] {
  const key = keyOf(state);
  const [typed, setTyped] = useState<{ key: string | null; values: FormValues }>({ key: null, values: {} });
  // Adjusted while rendering: no frame shows the values of another form, and none keeps those of a finished one.
  if (typed.key !== key) setTyped({ key, values: key === null ? {} : startOf(state, initialValues) });
  useForgetting(() => setTyped({ key, values: startOf(state, null) }));
  return [typed.key === key ? typed.values : {}, (values) => setTyped({ key, values })];
}

function keyOf(state: ConnectFlowState): string | null {
  if (!('method' in state) || state.step === 'connected' || state.step === 'unverified') return null;
  return JSON.stringify([state.definition.id, state.method.key]);
}

function startOf(state: ConnectFlowState, initialValues: FormValues | null): FormValues {
  if (!('method' in state)) return {};
  return initialValues ?? compileForm(state.method.schema).defaults();
}

function useForgetting(forget: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onVisibility = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') timer = setTimeout(forget, HIDDEN_MS);
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', forget);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', forget);
    };
  });
}
