'use client';
import { useEffect, useState } from 'react';
import { type Form, type FormField, loadedValidate, loadValidate, missingValues } from '../../form/index.js';

type CreateValidate = NonNullable<ReturnType<typeof loadedValidate>>;

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

/**
 * The verdict of a form, made at the first one: drawing a form does not wait for it.
 * @param createValidate Without it only what is missing is named.
 */
export function validateBy(createValidate: CreateValidate | null, schema: Parameters<CreateValidate>[0], fields: readonly FormField[]): Form['validate'] {
  let validate: Form['validate'] | null = null;
  return (value) => {
    validate ??= createValidate === null ? whatIsMissing(fields) : createValidate(schema, fields);
    return validate(value);
  };
}

const whatIsMissing =
  (fields: readonly FormField[]): Form['validate'] =>
  (value) => {
    const errors = missingValues(fields, value);
    return { valid: errors.length === 0, errors };
  };
