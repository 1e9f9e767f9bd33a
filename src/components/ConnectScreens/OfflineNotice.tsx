'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';

/** Above a screen that needs the network, while there is none. What is heard of it is said by `Announcement`. */
export function OfflineNotice(): ReactNode {
  const { offline } = useFlowWords();
  return (
    <Notice tone="warning" title={offline.title}>
      {offline.text}
    </Notice>
  );
}
