'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { en, type Messages } from '../i18n/index.js';

const MessagesContext = createContext<Messages>(en);

/** The words of everything below. English without it. */
export function MessagesProvider({ messages, children }: { messages: Messages; children: ReactNode }): ReactNode {
  return <MessagesContext.Provider value={messages}>{children}</MessagesContext.Provider>;
}

export const useMessages = (): Messages => useContext(MessagesContext);
