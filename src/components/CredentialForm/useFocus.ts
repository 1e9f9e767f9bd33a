'use client';
import { useEffect, useRef } from 'react';
import type { ConnectError } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import { fieldKey } from './fieldLists.js';
import { focusField, focusFirst } from './focusField.js';

interface FocusOptions {
  element: { readonly current: HTMLFormElement | null };
  /** The form's. */
  id: string;
  error: ConnectError | null;
  firstWrong: FormField | undefined;
  autoFocus: boolean;
}

/** Focus goes to the first field at first, and to the first wrong one when a failure arrives. */
export function useFocus({ element, id, error, firstWrong, autoFocus }: FocusOptions): void {
  const latest = useRef(firstWrong);
  latest.current = firstWrong;
  useEffect(() => {
    if (autoFocus) focusFirst(element.current, id);
  }, [element, id, autoFocus]);
  useEffect(() => {
    if (error !== null && latest.current !== undefined) focusField(element.current, id, fieldKey(latest.current));
  }, [element, id, error]);
}
