'use client';
import { useEffect, useState } from 'react';

/** How long "Copied" stays, in milliseconds. */
const SHOWN = 2000;

export type CopyState = 'idle' | 'copied' | 'failed';

/** Copies text and says for a moment how that went. Pages without https have no clipboard: that is `failed`. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), SHOWN);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string) => {
    write(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return { state, copy };
}

async function write(text: string): Promise<void> {
  // Absent outside secure contexts, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) throw new Error('This page has no access to the clipboard.');
  await clipboard.writeText(text);
}
