'use client';
import type { ReactNode } from 'react';
import type { ConnectFlowState } from '../../core/index.js';
import { useFlowWords } from '../../internal/index.js';

export interface AnnouncementProps {
  state: ConnectFlowState;
  appName: string | undefined;
  /** What is waited for takes longer than usual. */
  long: boolean;
  offline: boolean;
}

/** What is heard when a screen changes without moving focus: how the sign-in window is doing, that something is being stored, that it takes long. */
export function Announcement({ state, appName, long, offline }: AnnouncementProps): ReactNode {
  const { waiting, form, checking, loadingLong, offline: words } = useFlowWords();
  if (offline) return `${words.title}. ${words.text}`;
  if (state.step === 'loading') return long ? loadingLong : null;
  if (!('method' in state)) return null;
  const subject = { service: state.definition.name, app: appName };
  if (state.step === 'submitting') return long ? form.long(subject) : form.submitting(subject);
  if (state.step === 'checking') return long ? checking.long(subject) : null;
  if (state.step !== 'authorising') return null;
  if (state.window === 'open') return long ? waiting.open.long : null;
  return state.window === 'blocked' ? waiting.blocked.title : waiting.maybe_closed.title(subject);
}
