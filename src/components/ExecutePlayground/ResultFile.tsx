'use client';
import { type ReactNode, useEffect, useState } from 'react';
import type { ExecuteFileResult } from '../../core/index.js';
import { usePlaygroundWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { usePlaygroundSlot } from './context.js';
import { safeFilename } from './safeFilename.js';

/** A downloaded file: a link that saves it. It is never rendered. */
export function ResultFile({ file }: { file: ExecuteFileResult }): ReactNode {
  const slot = usePlaygroundSlot();
  const words = usePlaygroundWords().file;
  const url = useBlobUrl(file.blob);
  const name = safeFilename(file.filename);
  return (
    <div {...slot('result-file')}>
      <Icon name="inbox" />
      <span data-ack-slot="result-file-text">
        <bdi>{name}</bdi>
        <span data-ack-slot="hint">{words.facts({ size: words.size(file.blob.size), type: file.contentType })}</span>
      </span>
      {url !== null && (
        <a data-ack-slot="button" data-variant="secondary" data-size="sm" href={url} download={name} aria-label={words.save(name)}>
          <Icon name="download" />
          {words.saveShort}
        </a>
      )}
    </div>
  );
}

/** An address for a blob, for as long as it is drawn. */
function useBlobUrl(blob: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
