'use client';
import { flow } from '../../i18n/index.js';
import { useWords } from '../MessagesProvider.js';

export const useFlowWords = () => useWords('flow', flow);
