'use client';
import { useEffect, useRef, useState } from 'react';
import type { ConnectFlowState } from '../../core/index.js';
import { type FormValues, layOutForm } from '../../form/index.js';

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
  const initial = useInitialOnce(initialValues);
  // Adjusted while rendering: no frame shows the values of another form, and none keeps those of a finished one.
  if (typed.key !== key) setTyped({ key, values: key === null ? {} : startOf(state, initial.take(key)) });
  useForgetting(() => setTyped({ key, values: startOf(state, null) }));
  return [typed.key === key ? typed.values : {}, (values) => setTyped({ key, values })];
}

function keyOf(state: ConnectFlowState): string | null {
  if (!('method' in state) || state.step === 'connected' || state.step === 'unverified') return null;
  return JSON.stringify([state.definition.id, state.method.key]);
}

function startOf(state: ConnectFlowState, initialValues: FormValues | null): FormValues {
  if (!('method' in state)) return {};
  return initialValues ?? layOutForm(state.method.schema).defaults();
}

/** Values of a redirect belong to the form that they came back to, and to no other. */
function useInitialOnce(initialValues: FormValues | null): { take: (key: string) => FormValues | null } {
  const [owner, setOwner] = useState<{ values: FormValues | null; key: string | null }>({ values: null, key: null });
  return {
    take(key) {
      if (initialValues === null || (owner.values === initialValues && owner.key !== key)) return null;
      if (owner.values !== initialValues) setOwner({ values: initialValues, key });
      return initialValues;
    },
  };
}

function useForgetting(forget: () => void): void {
  const latest = useRef(forget);
  useEffect(() => {
    latest.current = forget;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt: number | null = null;
    const onPageHide = () => latest.current();
    const onVisibility = () => {
      clearTimeout(timer);
      // Timers stand still in a laptop that sleeps: the clock tells how long it was.
      if (document.visibilityState === 'visible' && hiddenAt !== null && Date.now() - hiddenAt >= HIDDEN_MS) latest.current();
      hiddenAt = document.visibilityState === 'hidden' ? Date.now() : null;
      if (hiddenAt !== null) timer = setTimeout(onPageHide, HIDDEN_MS);
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', onPageHide);
    };
  }, []);
}
