'use client';
import { createContext } from 'react';
import type { FormField, FormValues } from '../../form/index.js';
import { createSlots } from '../../internal/index.js';
import type { CredentialFormSlot } from './types.js';

/** The host's classes for the parts of one form. */
export const { SlotsProvider: FormSlotsProvider, useSlots: useFormSlots } = createSlots<CredentialFormSlot>();

/** What every field of one form reads. */
export interface FormContextValue {
  /** The form's id: the ids of its controls begin with it. */
  id: string;
  values: FormValues;
  /** Sentences by `errorKey`. */
  messages: Readonly<Record<string, string>>;
  disabled: boolean;
  setValue: (field: FormField, value: unknown) => void;
}

export const FormContext = createContext<FormContextValue>({ id: '', values: {}, messages: {}, disabled: false, setValue: () => undefined });
