'use client';
import { form } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useFormWords = () => useWords('form', form);
