'use client';
import { createSlots } from '../../internal/index.js';
import type { ExecutePlaygroundSlot } from './types.js';

/** The host's classes for the parts of one playground. */
export const { SlotsProvider: PlaygroundSlotsProvider, useSlots: usePlaygroundSlot } = createSlots<ExecutePlaygroundSlot>();
