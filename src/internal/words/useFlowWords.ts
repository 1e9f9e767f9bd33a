'use client';
import { flow } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useFlowWords = () => useWords('flow', flow);
