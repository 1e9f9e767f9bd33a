'use client';
import { errors } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useErrorWords = () => useWords('errors', errors);
