'use client';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { FormContext, type FormContextValue } from './context.js';
import { createFormStore, type FormState, type FormStore } from './formStore.js';
import { useCommit } from './useCommit.js';

export interface FormProviderProps extends Omit<FormContextValue, 'store'>, FormState {
  children: ReactNode;
}

/**
 * What the fields below belong to. They are drawn again when what they read changes: give it children that stay the same.
 *
 * A change is shown to them in the render of the event that made it, together with what a control sets of its own state there. What the
 * caller then makes of the values wins.
 */
export function FormProvider({ values, messages, children, change: changeValues, ...given }: FormProviderProps): ReactNode {
  const store = useStore(given.defaults, { values, messages });
  const [, drawAgain] = useState({});
  useCommit(() => {
    store.state = { values, messages };
    store.tell();
  });
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

/** One store for each form: what is drawn of another begins with its own values. It is never written to while drawing, which may come to nothing. */
function useStore(form: FormContextValue['defaults'], state: FormState): FormStore {
  const begin = () => ({ form, store: createFormStore(state) });
  const [held, hold] = useState(begin);
  if (held.form === form) return held.store;
  const next = begin();
  hold(next);
  return next.store;
}
