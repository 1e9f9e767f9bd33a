'use client';
import { manager } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useManagerWords = () => useWords('manager', manager);
