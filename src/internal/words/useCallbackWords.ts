'use client';
import { callback } from '../../i18n/index.js';
import { useWords } from './useWords.js';

export const useCallbackWords = () => useWords('callback', callback);
