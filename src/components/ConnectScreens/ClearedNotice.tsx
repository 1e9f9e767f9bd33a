'use client';
import type { ReactNode } from 'react';
import { useFlowWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';

/** Why something that was typed is not there any more. */
export function ClearedNotice(): ReactNode {
  const { cleared } = useFlowWords();
  return (
    <Notice role="status" title={cleared.title}>
      {cleared.text}
    </Notice>
  );
}
