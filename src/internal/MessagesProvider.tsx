'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Messages, MessagesOverride } from '../i18n/index.js';
import { isolateNames } from './isolateNames.js';
import { mergeWords } from './mergeWords.js';

/** Null until a host gives its own: English stays where words are drawn, so that a provider alone loads none. */
const MessagesContext = createContext<MessagesOverride | null>(null);

/** The words of everything below: of a provider around it without them, English in the end. */
export function MessagesProvider({ messages, children }: { messages: MessagesOverride | undefined; children: ReactNode }): ReactNode {
  const inherited = useContext(MessagesContext);
  return <MessagesContext.Provider value={messages ?? inherited}>{children}</MessagesContext.Provider>;
}

/** The words of one area: the host's, and these where it has none. Use the hook of the area, which brings the English ones and no others. */
export function useWords<Area extends keyof Messages>(area: Area, english: Messages[Area]): Messages[Area] {
  const own = useContext(MessagesContext)?.[area];
  return isolateNames(own ?? english, () => (own === undefined ? english : mergeWords(english, own)));
}
