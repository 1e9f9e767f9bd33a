'use client';

import { useContext } from 'react';
import type { Messages } from '../../i18n/index.js';
import { isolateNames } from '../isolateNames.js';
import { MessagesContext } from '../MessagesProvider.js';
import { mergeWords } from '../mergeWords.js';

/** The words of one area: the host's, and these where it has none. Use the hook of the area, which brings the English ones and no others. */
export function useWords<Area extends keyof Messages, Words extends Partial<Messages[Area]>>(area: Area, english: Words): Words {
  const own = useContext(MessagesContext)?.[area];
  return isolateNames([own ?? english, english], () => (own === undefined ? english : mergeWords(english, own)));
}
