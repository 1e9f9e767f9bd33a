'use client';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { FormContext, type FormContextValue } from './context.js';
import { createFormStore, type FormState } from './formStore.js';

export interface FormProviderProps extends Omit<FormContextValue, 'store'>, FormState {
  children: ReactNode;
}

/** A server commits nothing, and says so of layout effects. */
const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** What the fields below belong to. They are drawn again when what they read changes: give it children that stay the same. */
export function FormProvider({ values, messages, children, ...given }: FormProviderProps): ReactNode {
  const [store] = useState(() => createFormStore({ values, messages }));
  if (store.state.values !== values || store.state.messages !== messages) store.state = { values, messages }; // Also for what is drawn anew below, now.
  useCommit(() => store.tell(), [store, values, messages]);
  const { id, disabled, change, defaults, announce, renderField, renderOAuth, parts } = given;
  const context = useMemo(
    () => ({ id, disabled, change, defaults, announce, renderField, renderOAuth, parts, store }),
    [id, disabled, change, defaults, announce, renderField, renderOAuth, parts, store],
  );
  return <FormContext.Provider value={context}>{children}</FormContext.Provider>;
}
