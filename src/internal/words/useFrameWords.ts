'use client';
import { frame } from '../../i18n/index.js';
import { useWords } from './useWords.js';

/** Those of the flow's words that are there when it opens. */
export const useFrameWords = () => useWords('flow', frame);
