'use client';
import { type ReactNode, useContext, useEffect } from 'react';
import { type FormField, type FormValues, valueAt } from '../../form/index.js';
import { keyFileValues } from '../../form/paste/index.js';
import { useControlWords, usePasteWords } from '../../internal/index.js';
import { Button, Notice } from '../parts/index.js';
import { FormContext } from './context.js';
import { type FileProblem, readTextFile } from './readTextFile.js';

/** A file that was dropped on a form, and what became of it. */
export interface DroppedFile {
  name: string;
  /** Null where it filled something. `no_fields`: it is no key file, or one for something else. */
  problem: FileProblem | 'no_fields' | null;
  filled: readonly FilledField[];
}

/** Kept in memory for the way back, until the value is changed. */
export interface FilledField {
  field: FormField;
  value: unknown;
  before: unknown;
}

/** What a key file fills among these fields. */
export async function readKeyFile(file: File, fields: readonly FormField[], values: FormValues): Promise<DroppedFile> {
  const answer = await readTextFile(file);
  if ('problem' in answer) return { name: file.name, problem: answer.problem, filled: [] };
  const filled = (keyFileValues(answer.text, fields) ?? []).flatMap(({ draftPath, value }) => {
    const field = fields.find((candidate) => candidate.draftPath.join('.') === draftPath.join('.'));
    return field === undefined ? [] : [{ field, value, before: valueAt(values, draftPath) }];
  });
  return { name: file.name, problem: filled.length === 0 ? 'no_fields' : null, filled };
}

/** Over the form while a file is held above it. It takes no pointer, so the boxes under it can still take the file themselves. */
export function DropFrame(): ReactNode {
  const { file } = usePasteWords();
  return (
    <div data-ack-slot="drop-frame" aria-hidden="true">
      <span>{file.drop}</span>
    </div>
  );
}

export interface KeyFileNoticeProps {
  dropped: DroppedFile;
  onUndo: () => void;
  onClose: () => void;
}

/** Which fields a file filled, with a way back, or why it filled none. No value is shown. */
export function KeyFileNotice({ dropped: { name, problem, filled }, onUndo, onClose }: KeyFileNoticeProps): ReactNode {
  const { file, undo } = usePasteWords();
  const { upload } = useControlWords();
  const { announce } = useContext(FormContext);
  const labels = filled.map(({ field }) => field.label);
  const title = problem === null ? file.filled(labels.length, name) : file.nothing(name);
  const text = problem === null ? file.fields(labels) : problem === 'no_fields' ? file.no_fields : upload.problems[problem](name);
  useEffect(() => announce?.(`${title} ${text}`), [announce, title, text]);
  return (
    <Notice
      tone={problem === null ? 'success' : 'warning'}
      title={title}
      actions={
        <Button size="sm" onClick={problem === null ? onUndo : onClose}>
          {problem === null ? undo : file.close}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}
