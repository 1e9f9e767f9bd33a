'use client';
import type { ReactNode } from 'react';
import type { ConnectFlowState } from '../../core/index.js';
import { useFlowWords } from '../../internal/index.js';
import type { ConnectScreensData } from './types.js';

export interface WaitAnnouncementProps {
  state: Extract<ConnectFlowState, { method: unknown }>;
  appName: string | undefined;
  /** The account that gets a new key. */
  reconnects: ConnectScreensData['reconnects'];
  /** It takes longer than usual. */
  long: boolean;
}

/** What is heard of a wait: how the sign-in window is doing, that something is being stored, that it takes long. */
export function WaitAnnouncement({ state, appName, reconnects, long }: WaitAnnouncementProps): ReactNode {
  const { waiting, form, again, checking } = useFlowWords();
  const subject = { service: state.definition.name, app: appName };
  if (state.step === 'submitting') return long ? form.long(subject) : (reconnects ? again : form).submitting(subject);
  if (state.step === 'checking') return long ? checking.long(subject) : null;
  if (state.step !== 'authorising') return null;
  if (state.window === 'open') return long ? waiting.open.long : null;
  return state.window === 'blocked' ? waiting.blocked.title : waiting.maybe_closed.title(subject);
}
