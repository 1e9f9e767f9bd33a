'use client';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { FormContext, type FormContextValue } from './context.js';
import { createFormStore, type FormState } from './formStore.js';

export interface FormProviderProps extends Omit<FormContextValue, 'store'>, FormState {
  children: ReactNode;
}

/** A server commits nothing, and says so of layout effects. */
const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * What the fields below belong to. They are drawn again when what they read changes: give it children that stay the same.
 *
 * A change is shown to them in the render of the event that made it, together with what a control sets of its own state there. What the
 * caller then makes of the values wins.
 */
export function FormProvider({ values, messages, children, change: changeValues, ...given }: FormProviderProps): ReactNode {
  const [store] = useState(() => createFormStore({ values, messages }));
  const [, drawAgain] = useState({});
  if (store.state.values !== values || store.state.messages !== messages) store.state = { values, messages }; // Also for what is drawn anew below, now.
  useCommit(() => store.tell());
  const change = useCallback<FormContextValue['change']>(
    (field, update) =>
      changeValues(field, (current) => {
        const next = update(current);
        store.state = { ...store.state, values: next };
        store.tell();
        drawAgain({}); // A caller may keep the old values.
        return next;
      }),
    [changeValues, store],
  );
  const { id, disabled, defaults, announce, renderField, renderOAuth, parts } = given;
  const context = useMemo(
    () => ({ id, disabled, change, defaults, announce, renderField, renderOAuth, parts, store }),
    [id, disabled, change, defaults, announce, renderField, renderOAuth, parts, store],
  );
  return <FormContext.Provider value={context}>{children}</FormContext.Provider>;
}
