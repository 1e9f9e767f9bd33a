'use client';
import { picker } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const usePickerWords = () => useWords('picker', picker);
