'use client';
import { createContext, useContext } from 'react';
import { createSlots } from '../../internal/index.js';
import type { ConnectorListParts, ConnectorListSlot } from './types.js';

/** The host's classes for the parts of one list. */
export const { SlotsProvider: ListSlotsProvider, useSlots: useListSlots } = createSlots<ConnectorListSlot>();

/** The host's own components in one list. */
export const ListParts = createContext<ConnectorListParts>({});
export const useListParts = (): ConnectorListParts => useContext(ListParts);
