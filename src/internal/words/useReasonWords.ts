'use client';
import { reason } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useReasonWords = () => useWords('reason', reason);
