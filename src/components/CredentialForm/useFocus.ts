'use client';
import { useEffect, useRef } from 'react';
import type { ConnectError } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import { fieldKey } from './fieldLists.js';
import { focusField } from './focusField.js';

interface FocusOptions {
  element: { readonly current: HTMLFormElement | null };
  /** The form's. */
  id: string;
  error: ConnectError | null;
  first: FormField | undefined;
  firstWrong: FormField | undefined;
  autoFocus: boolean;
}

/** Focus goes to the first field at first, and to the first wrong one when a failure arrives. */
export function useFocus({ element, id, error, first, firstWrong, autoFocus }: FocusOptions): void {
  const latest = useRef({ first, firstWrong });
  latest.current = { first, firstWrong };
  useEffect(() => {
    if (autoFocus && latest.current.first !== undefined) focusField(element.current, id, fieldKey(latest.current.first));
  }, [element, id, autoFocus]);
  useEffect(() => {
    if (error !== null && latest.current.firstWrong !== undefined) focusField(element.current, id, fieldKey(latest.current.firstWrong));
  }, [element, id, error]);
}
