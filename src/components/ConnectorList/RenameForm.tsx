'use client';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useManagerWords } from '../../internal/index.js';
import { Button, Icon } from '../parts/index.js';
import { useListSlots } from './context.js';

/** Characters of a connector's name, as the handler accepts them. */
const MAX_NAME = 200;

export interface RenameFormProps {
  name: string;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** Renames in place: Enter saves, Escape leaves the name as it is. */
export function RenameForm({ name, onSave, onCancel }: RenameFormProps): ReactNode {
  const slot = useListSlots();
  const { rename } = useManagerWords();
  const [text, setText] = useState(name);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const errorId = useId();

  useEffect(() => input.current?.select(), []);

  const save = () => {
    const trimmed = text.trim();
    const problem = trimmed === '' ? rename.missing : trimmed.length > MAX_NAME ? rename.tooLong(MAX_NAME) : null;
    setError(problem);
    if (problem === null) onSave(trimmed);
    else input.current?.focus();
  };

  return (
    <form
      {...slot('manager-rename')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // A dialog around the list stays open.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        ref={input}
        data-ack-slot="input"
        dir="auto"
        autoComplete="off"
        aria-label={rename.label({ name })}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : errorId}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="sm" variant="ghost" onClick={onCancel}>
        {rename.cancel}
      </Button>
      <Button size="sm" variant="secondary" type="submit">
        {rename.save}
      </Button>
      {error !== null && (
        <span data-ack-slot="field-error" id={errorId} role="alert">
          <Icon name="alert" />
          {error}
        </span>
      )}
    </form>
  );
}
