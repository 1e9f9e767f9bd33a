'use client';
import { type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import type { Messages } from '../../i18n/index.js';
import { useControlWords } from '../../internal/index.js';
import { FormContext, useFormSlots } from './context.js';
import type { FileProblem } from './readTextFile.js';

/** The file that was chosen last, and what became of it. */
export interface ReadFile {
  name: string;
  problem: FileProblem | null;
}

export interface UploadBarProps {
  id: string;
  /** Of the field. */
  label: string;
  disabled: boolean;
  file: ReadFile | null;
  onFile: (file: File) => void;
}

/** Takes a file in place of typing, and says which one was read or why it was not. */
export function UploadBar({ id, label, disabled, file, onFile }: UploadBarProps): ReactNode {
  const { upload } = useControlWords();
  const slot = useFormSlots();
  const { announce } = useContext(FormContext);
  const input = useRef<HTMLInputElement>(null);
  const said = file === null ? null : sentenceOf(file, upload);
  useEffect(() => {
    if (said !== null) announce?.(said);
  }, [announce, said]);
  return (
    <div {...slot('upload')}>
      <FileInput input={input} onFile={onFile} />
      <button type="button" data-ack-slot="link" aria-label={upload.chooseFor(label)} disabled={disabled} onClick={() => input.current?.click()}>
        {upload.choose}
      </button>
      <span data-ack-slot="hint" id={id} data-tone={file?.problem == null ? undefined : 'danger'} role={announce === undefined ? 'status' : undefined}>
        {said ?? (disabled ? null : upload.drop)}
      </span>
    </div>
  );
}

/** Not seen and not reached by keyboard: the button before the words opens it. It forgets its file at once, so that the same can be chosen again. */
function FileInput({ input, onFile }: { input: RefObject<HTMLInputElement | null>; onFile: (file: File) => void }): ReactNode {
  return (
    <input
      ref={input}
      type="file"
      hidden
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) onFile(file);
        target.value = '';
      }}
    />
  );
}

const sentenceOf = ({ name, problem }: ReadFile, words: Messages['controls']['upload']): string =>
  problem === null ? words.read(name) : words.problems[problem](name);
