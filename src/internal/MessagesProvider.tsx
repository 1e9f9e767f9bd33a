'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Messages } from '../i18n/index.js';

/** Null until a host gives its own: English stays where words are drawn, so that a provider alone loads none. */
const MessagesContext = createContext<Messages | null>(null);

/** The words of everything below: of a provider around it without them, English in the end. */
export function MessagesProvider({ messages, children }: { messages: Messages | undefined; children: ReactNode }): ReactNode {
  const inherited = useContext(MessagesContext);
  return <MessagesContext.Provider value={messages ?? inherited}>{children}</MessagesContext.Provider>;
}

/** The words of one area: the host's, else these. Use the hook of the area, which brings the English ones and no others. */
export function useWords<Area extends keyof Messages>(area: Area, english: Messages[Area]): Messages[Area] {
  return useContext(MessagesContext)?.[area] ?? english;
}
