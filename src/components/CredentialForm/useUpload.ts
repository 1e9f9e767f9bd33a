'use client';
import { type DragEvent, useState } from 'react';
import { controlParts } from './loadControlParts.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';
import type { ReadFile } from './UploadBar.js';
import { useLatestTurn } from './useLatestTurn.js';

/** A file read: its name stays as long as the box holds its text. */
interface Read extends ReadFile {
  text: string | null;
}

/**
 * Text from a file that is chosen, or dropped on the box. It is read here, in the page; only its text is kept, where a typed value would be.
 * @selector [data-dropping] while a file is held over the box
 */
export function useUpload({ value, onValueChange, disabled }: Pick<ControlProps, 'value' | 'onValueChange' | 'disabled'>) {
  const later = controlParts.use('a file');
  const [file, setFile] = useState<Read | null>(null);
  const [dropping, setDropping] = useState(false);
  const begin = useLatestTurn();
  if (file !== null && file.text !== null && file.text !== textOf(value)) setFile(null);

  const read = async (chosen: File) => {
    const isLatest = begin();
    const { readTextFile } = await controlParts.load();
    const answer = await readTextFile(chosen);
    if (!isLatest()) return; // Another was chosen since, or the box is gone.
    if ('text' in answer) onValueChange(answer.text);
    setFile({ name: chosen.name, ...('text' in answer ? { text: answer.text, problem: null } : { text: null, problem: answer.problem }) });
  };
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (disabled || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.stopPropagation(); // Else the form around it would take the file.
      setDropping(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setDropping(false);
    },
    onDrop: (event: DragEvent) => {
      const [dropped] = event.dataTransfer.files;
      setDropping(false);
      if (disabled || dropped === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void read(dropped);
    },
  };
  return { UploadBar: later?.UploadBar ?? null, file, read, handlers, dropping };
}
