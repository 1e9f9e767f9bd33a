'use client';
import type { ReactNode } from 'react';
import { useCopy, usePlaygroundWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { safeFilename } from './safeFilename.js';
import { saveBlob } from './saveBlob.js';

export interface AnswerToolsProps {
  data: unknown;
  /** File name without ending. */
  name: string;
}

/** Takes the whole answer along, however much of it is drawn. */
export function AnswerTools({ data, name }: AnswerToolsProps): ReactNode {
  const words = usePlaygroundWords().result;
  const { state, copy } = useCopy();
  const text = () => JSON.stringify(data, null, 2) ?? '';
  return (
    <span data-ack-slot="result-tools">
      <span data-ack-slot={state === 'failed' ? 'hint' : 'announcement'} role="status">
        {state === 'copied' ? words.copied : state === 'failed' ? words.copyFailed : ''}
      </span>
      <IconButton icon={state === 'copied' ? 'check' : 'copy'} label={words.copy} onClick={() => copy(text())} />
      <IconButton
        icon="download"
        label={words.download}
        onClick={() => saveBlob(new Blob([text()], { type: 'application/json' }), safeFilename(`${name}.json`))}
      />
    </span>
  );
}
