'use client';
import { playground } from '../../i18n/index.js';
import { useWords } from '../MessagesProvider.js';

export const usePlaygroundWords = () => useWords('playground', playground);
