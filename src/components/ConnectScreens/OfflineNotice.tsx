'use client';
import type { ReactNode } from 'react';
import { useFrameWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';
import { useScreens } from './slots.js';

/** Below the sentence of a screen that needs the network, while there is none. What is heard of it is said by `Announcement`. */
export function OfflineNotice({ id }: { id?: string | undefined }): ReactNode {
  const words = useFrameWords().offline;
  if (!useScreens().offline) return null;
  return (
    <Notice id={id} tone="warning" title={words.title}>
      {words.text}
    </Notice>
  );
}
