'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import type { ConnectScreensData } from './types.js';

/** What is heard when a screen changes without moving focus: how the sign-in window is doing, and that something is being stored. */
export function Announcement({ state, appName }: ConnectScreensData): ReactNode {
  const { waiting, form } = useFlowWords();
  if (state.step !== 'authorising' && state.step !== 'submitting') return null;
  const subject = { service: state.definition.name, app: appName };
  if (state.step === 'submitting') return form.submitting(subject);
  if (state.window === 'open') return null;
  return state.window === 'blocked' ? waiting.blocked.title : waiting.maybe_closed.title(subject);
}
