'use client';
import { createContext } from 'react';
import type { FormField } from '../../form/index.js';

/** Every field of the form (`form.fields`), so that a value can be told to fit another one. Without a form around it, none. */
export const PasteContext = createContext<readonly FormField[]>([]);
