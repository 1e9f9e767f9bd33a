'use client';
import { useEffect, useRef } from 'react';
import type { ConnectError } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import { fieldKey } from './fieldLists.js';
import { focusField, isInSight } from './focusField.js';

interface FocusOptions {
  element: { readonly current: HTMLFormElement | null };
  /** The form's. */
  id: string;
  error: ConnectError | null;
  /** Those that are drawn now, in order. */
  drawn: () => readonly FormField[];
  firstWrong: FormField | undefined;
  autoFocus: boolean;
}

/** Focus goes to the first field at first, and to the first wrong one when a failure arrives. */
export function useFocus({ element, id, error, drawn, firstWrong, autoFocus }: FocusOptions): void {
  const latest = useRef({ drawn, firstWrong });
  latest.current = { drawn, firstWrong };
  useEffect(() => {
    const first = autoFocus && latest.current.drawn().find((field) => field.kind !== 'object' && isInSight(element.current, id, fieldKey(field)));
    if (first) focusField(element.current, id, fieldKey(first));
  }, [element, id, autoFocus]);
  useEffect(() => {
    if (error !== null && latest.current.firstWrong !== undefined) focusField(element.current, id, fieldKey(latest.current.firstWrong));
  }, [element, id, error]);
}
