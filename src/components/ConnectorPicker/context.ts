'use client';
import { createContext, useContext } from 'react';
import { createSlots } from '../../internal/index.js';
import type { ConnectorPickerParts, ConnectorPickerSlot } from './types.js';

/** The host's classes for the parts of one picker. */
export const { SlotsProvider: PickerSlotsProvider, useSlots: usePickerSlots } = createSlots<ConnectorPickerSlot>();

/** The host's own components in one picker. */
export const PickerParts = createContext<ConnectorPickerParts>({});
export const usePickerParts = (): ConnectorPickerParts => useContext(PickerParts);
