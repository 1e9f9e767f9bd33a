'use client';
import { createContext, type Dispatch, type SetStateAction } from 'react';
import type { FormField, FormValues } from '../../form/index.js';
import { createSlots } from '../../internal/index.js';
import { createFormStore, type FormStore } from './formStore.js';
import type { CredentialFormParts, CredentialFormSlot, RenderField, RenderOAuth } from './types.js';

/** The host's classes for the parts of one form. */
export const { SlotsProvider: FormSlotsProvider, useSlots: useFormSlots } = createSlots<CredentialFormSlot>();

/** What every field of one form reads, and what stays while a person types. What changes then is in the store: see `useFormState`. */
export interface FormContextValue {
  /** The form's id: the ids of its controls begin with it. */
  id: string;
  disabled: boolean;
  /** Changes the draft at, or below, a field. Stable, so that a field whose value stays is not drawn again. */
  change: (field: FormField, update: (values: FormValues) => FormValues) => void;
  /** The draft of an untouched form: a fold whose values differ from it is open at first. @default nothing */
  defaults?: (() => FormValues) | undefined;
  /** Says what happened out of sight. */
  announce?: Dispatch<SetStateAction<string>> | undefined;
  renderField?: RenderField | undefined;
  renderOAuth?: RenderOAuth | undefined;
  parts?: CredentialFormParts | undefined;
  store: FormStore;
}

export const FormContext = createContext<FormContextValue>({
  id: '',
  disabled: false,
  change: () => undefined,
  store: createFormStore({ values: {}, messages: {} }),
});
