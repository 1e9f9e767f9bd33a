'use client';
import { createSlots } from '../../internal/index.js';

/** The parts of the flow's screens that take a class of the host. */
export type ConnectScreensSlot =
  | 'dialog-header'
  | 'dialog-subject'
  | 'dialog-body'
  | 'dialog-footer'
  | 'screen'
  | 'title'
  | 'description'
  | 'discard'
  | 'pair'
  | 'steps'
  | 'step';

export const { SlotsProvider, useSlots: useScreenSlots } = createSlots<ConnectScreensSlot>();
