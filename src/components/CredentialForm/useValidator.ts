'use client';
import { useEffect, useState } from 'react';
import { loadedValidate, loadValidate } from '../../form/index.js';

export type CreateValidate = NonNullable<ReturnType<typeof loadedValidate>>;

/** The validator, which loads when a form appears; null before that, and where it can not be loaded. */
export function useValidator(): CreateValidate | null {
  const [createValidate, setCreateValidate] = useState(loadedValidate);
  useEffect(() => {
    if (createValidate !== null) return;
    let shown = true;
    loadValidate().then(
      (loaded) => shown && setCreateValidate(() => loaded),
      () => undefined, // Offline: what is missing is named all the same, the rest is left to the service.
    );
    return () => {
      shown = false;
    };
  }, [createValidate]);
  return createValidate;
}
