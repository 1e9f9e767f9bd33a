'use client';
import { controls } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useControlWords = () => useWords('controls', controls);
