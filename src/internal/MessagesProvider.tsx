'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { MessagesOverride } from '../i18n/index.js';

/** Null until a host gives its own: English stays where words are drawn, so that a provider alone loads none. */
export const MessagesContext = createContext<MessagesOverride | null>(null);

/** The words of everything below: of a provider around it without them, English in the end. */
export function MessagesProvider({ messages, children }: { messages: MessagesOverride | undefined; children: ReactNode }): ReactNode {
  const inherited = useContext(MessagesContext);
  return <MessagesContext.Provider value={messages ?? inherited}>{children}</MessagesContext.Provider>;
}
