'use client';
import { createSlots } from '../../internal/index.js';
import type { ConnectorListSlot } from './types.js';

/** The host's classes for the parts of one list. */
export const { SlotsProvider: ListSlotsProvider, useSlots: useListSlots } = createSlots<ConnectorListSlot>();
