'use client';
import { createSlots } from '../../internal/index.js';
import type { ConnectorPickerSlot } from './types.js';

/** The host's classes for the parts of one picker. */
export const { SlotsProvider: PickerSlotsProvider, useSlots: usePickerSlots } = createSlots<ConnectorPickerSlot>();
