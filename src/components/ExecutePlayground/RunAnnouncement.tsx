'use client';
import type { ReactNode } from 'react';
import type { ExecuteResult } from '../../core/index.js';
import type { Messages } from '../../i18n/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { LiveRegion } from '../parts/index.js';
import type { RunOutcome } from './Result.js';
import { LONG } from './ResultPending.js';
import { safeFilename } from './safeFilename.js';
import { summaryOf } from './summaryOf.js';
import { useElapsedSeconds } from './useSeconds.js';

export interface RunAnnouncementProps {
  outcome: RunOutcome;
  /** The run belongs to the operation that is looked at. */
  shown: boolean;
}

/** What is heard of a run: that it runs, that it takes long, and what came of it. Stands there before the first run; a failure is an alert of its own. */
export function RunAnnouncement({ shown, outcome }: RunAnnouncementProps): ReactNode {
  const { service, result, running, elapsedMs, error, page } = outcome;
  const words = usePlaygroundWords();
  const counted = useElapsedSeconds(shown && running && elapsedMs === undefined);
  const long = (elapsedMs === undefined ? counted : elapsedMs / 1000) >= LONG;
  const wait = long ? words.runningLong({ service }) : words.running({ service, seconds: 0 });
  const came = shown && error === null && result !== null ? heardOf(result, { service, page, words: words.result }) : '';
  return <LiveRegion>{shown && running ? wait : came}</LiveRegion>;
}

function heardOf(result: ExecuteResult, { service, page, words }: { service: string; page: number; words: Messages['playground']['result'] }): string {
  if (result.type === 'file') return words.heard({ service, outcome: safeFilename(result.filename) });
  const summary = words.heard({ service, outcome: summaryOf(result, page, words) });
  return result.stopped === undefined ? summary : `${summary}. ${words.stopped[result.stopped].title({ service })}`;
}
