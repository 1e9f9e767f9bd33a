'use client';
import { useContext, useRef, useSyncExternalStore } from 'react';
import { FormContext } from './context.js';
import type { FormState } from './formStore.js';

/**
 * Parts of the form's state. Who reads them is drawn again when one of them is another, and not at every key.
 * @param select Gives the parts by name; each is compared by identity.
 * @example const { value } = useFormState(({ values }) => ({ value: valueAt(values, field.draftPath) }));
 */
export function useFormState<Parts extends object>(select: (state: FormState) => Parts): Parts {
  const { store } = useContext(FormContext);
  const last = useRef<Parts | null>(null);
  const read = () => {
    const parts = select(store.state);
    if (last.current === null || !isSame(last.current, parts)) last.current = parts;
    return last.current;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}

const isSame = <Parts extends object>(left: Parts, right: Parts): boolean =>
  Object.keys(right).every((key) => Object.is(Reflect.get(left, key), Reflect.get(right, key)));
