'use client';
import { playground } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const usePlaygroundWords = () => useWords('playground', playground);
