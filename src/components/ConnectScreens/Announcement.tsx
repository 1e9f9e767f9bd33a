'use client';
import type { ReactNode } from 'react';
import type { ConnectFlowState } from '../../core/index.js';
import { useFrameWords } from '../../internal/index.js';
import type { LaterScreens } from './loadLaterScreens.js';
import type { ConnectScreensData } from './types.js';

export interface AnnouncementProps {
  state: ConnectFlowState;
  appName: string | undefined;
  /** The account that is connected anew. */
  reconnects: ConnectScreensData['reconnects'];
  /** What is waited for takes longer than usual. */
  long: boolean;
  offline: boolean;
  /** Null until there is more to tell than that the flow is on its way. */
  later: LaterScreens | null;
}

/** What is heard when a screen changes without moving focus. */
export function Announcement({ state, appName, reconnects, long, offline, later }: AnnouncementProps): ReactNode {
  const { loadingLong, offline: words } = useFrameWords();
  if (offline) return `${words.title}. ${words.text}`;
  if (state.step === 'loading') return long ? loadingLong : null;
  return later !== null && 'method' in state ? <later.WaitAnnouncement {...{ state, appName, reconnects, long }} /> : null;
}
