'use client';
import { type DragEvent, type ReactNode, useState } from 'react';
import { type FormField, type FormValues, valueAt, withValueAt } from '../../form/index.js';
import type { FormContextValue } from './context.js';
import type { DroppedFile } from './KeyFileViews.js';
import { pasteDoctor } from './pasteDoctor.js';
import { useLatestTurn } from './useLatestTurn.js';

export interface KeyFileDropOptions {
  /** The fields that are drawn now. */
  fields: () => readonly FormField[];
  values: FormValues;
  change: FormContextValue['change'];
  disabled: boolean;
}

export interface KeyFileDrop {
  /** For the `<form>`. */
  handlers: Record<'onDragOver' | 'onDragLeave' | 'onDropCapture' | 'onDrop', (event: DragEvent) => void>;
  /** The frame while a file is held over the form, then what the file filled. The first thing in the form. */
  view: ReactNode;
}

/**
 * A JSON key file that is dropped anywhere on a form fills its fields, and says which, with a way back. It is read in the page and goes
 * nowhere; of the file only its name is kept.
 * @example const drop = useKeyFileDrop({ fields, values, change, disabled }); // <form {...drop.handlers}>{drop.view}…
 */
export function useKeyFileDrop({ fields, values, change, disabled }: KeyFileDropOptions): KeyFileDrop {
  const [dragging, setDragging] = useState(false);
  const [dropped, setDropped] = useState<DroppedFile | null>(null);
  const later = pasteDoctor.use((dragging || dropped !== null) && 'a file');
  const begin = useLatestTurn();
  const leaves = () => fields().filter(({ kind }) => kind !== 'object' && kind !== 'choice' && kind !== 'list');
  if (dropped?.filled.some(({ field, value }) => valueAt(values, field.draftPath) !== value)) setDropped(null);

  const set = (field: FormField, value: unknown) => change(field, (current) => withValueAt(current, field.draftPath, value));
  const read = async (file: File) => {
    const isLatest = begin();
    const { readKeyFile } = await pasteDoctor.load();
    const answer = await readKeyFile(file, leaves(), values);
    if (!isLatest()) return; // Another was dropped since, or the form is gone.
    for (const { field, value } of answer.filled) set(field, value);
    setDropped(answer);
  };
  const undo = () => {
    setDropped(null);
    for (const { field, before } of dropped?.filled ?? []) set(field, before);
  };
  const takes = () => !disabled && leaves().some(({ secret, kind }) => secret || kind === 'json');
  return {
    handlers: {
      onDragOver: (event) => {
        if (!takes() || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDragging(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setDragging(false);
      },
      onDropCapture: () => setDragging(false), // Also where a box inside takes the file.
      onDrop: (event) => {
        const [file] = event.dataTransfer.files;
        if (!takes() || file === undefined) return;
        event.preventDefault();
        void read(file);
      },
    },
    view: later !== null && (
      <>
        {dragging && <later.DropFrame />}
        {dropped !== null && <later.KeyFileNotice dropped={dropped} onUndo={undo} onClose={() => setDropped(null)} />}
      </>
    ),
  };
}
