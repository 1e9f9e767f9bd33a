'use client';
import { createSlots } from '../../internal/index.js';
import type { OAuthCallbackSlot } from './OAuthCallback.js';

/** The host's classes for the parts of one page. */
export const { SlotsProvider: CallbackSlotsProvider, useSlots: useCallbackSlots } = createSlots<OAuthCallbackSlot>();
