'use client';
import { useState } from 'react';
import type { ConnectError, FieldErrors } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import { fieldErrorsOf } from './fieldMessages.js';

interface Shown {
  /** The failure from which these errors came, so that a new one replaces them. */
  source: ConnectError | null;
  errors: FieldErrors;
}

const NONE: FieldErrors = {};

/** The errors at the fields: of the last submit or of the last failure, less those of the values changed since. */
export function useFieldErrors(error: ConnectError | null, leaves: readonly FormField[]) {
  const [shown, setShown] = useState<Shown>({ source: null, errors: NONE });
  const current = shown.source === error ? shown : { source: error, errors: error === null ? shown.errors : fieldErrorsOf(error, leaves) };
  if (current !== shown) setShown(current);
  return {
    errors: current.errors,
    setErrors: (errors: FieldErrors) => setShown({ source: error, errors }),
    /** The value under this key changed: what was said of the old one is no longer true. */
    dropError: (key: string) =>
      setShown(({ source, errors }) =>
        key in errors ? { source, errors: Object.fromEntries(Object.entries(errors).filter(([other]) => other !== key)) } : { source, errors },
      ),
  };
}
