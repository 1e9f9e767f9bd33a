'use client';
import { paste } from '../../i18n/index.js';
import { useWords } from '../MessagesProvider.js';

export const usePasteWords = () => useWords('paste', paste);
