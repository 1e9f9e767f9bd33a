'use client';
import { paste } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const usePasteWords = () => useWords('paste', paste);
