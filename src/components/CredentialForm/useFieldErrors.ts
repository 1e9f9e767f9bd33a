'use client';
import { useState } from 'react';
import type { ConnectError, FieldErrors } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import { errorsWithout } from './errorsWithout.js';
import type { fieldErrorsOf } from './fieldMessages.js';

interface Shown {
  /** The failure from which these errors came, so that a new one replaces them. */
  source: ConnectError | null;
  /** All that was said, for the summary. */
  told: FieldErrors;
  /** What is still true of it. */
  errors: FieldErrors;
}

const NONE: FieldErrors = {};

/**
 * The errors of the last submit or of the last failure by their keys, and those less the ones of values changed since.
 * @param read What a failure says of single values; undefined until it is there.
 */
export function useFieldErrors(error: ConnectError | null, drawn: () => readonly FormField[], read: typeof fieldErrorsOf | undefined) {
  const [shown, setShown] = useState<Shown>({ source: null, told: NONE, errors: NONE });
  const current = shown.source === error ? shown : shownOf(error, error === null || read === undefined ? shown.errors : read(error, drawn()));
  if (current !== shown) setShown(current);
  return {
    told: current.told,
    errors: current.errors,
    setErrors: (errors: FieldErrors) => setShown(shownOf(error, errors)),
    /** The value of this field changed: what was said of the old one, and of what is inside it, is no longer true. */
    dropErrors: (field: FormField) => setShown((latest) => withErrors(latest, errorsWithout(latest.errors, field, drawn))),
  };
}

const withErrors = (shown: Shown, errors: FieldErrors): Shown => (errors === shown.errors ? shown : { ...shown, errors });

const shownOf = (source: ConnectError | null, errors: FieldErrors): Shown => ({ source, told: errors, errors });
