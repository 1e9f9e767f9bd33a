'use client';
import { type ReactNode, useContext } from 'react';
import type { FormField } from '../../form/index.js';
import type { PasteFix, PasteHint } from '../../form/paste/index.js';
import { usePasteWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { useSaid } from './useSaid.js';

export interface PasteNotesProps {
  /** The box's `aria-describedby` names it. */
  id: string;
  field: FormField;
  /** What was taken away; empty where nothing was. */
  removed: readonly PasteFix[];
  hint: PasteHint | null;
  /** Undefined where there is no way back. */
  onUndo: (() => void) | undefined;
}

/** What was removed from a pasted value, and what looks wrong about it, a `<div>`. The value itself is never shown or said. */
export function PasteNotes({ id, field, removed, hint, onUndo }: PasteNotesProps): ReactNode {
  const words = usePasteWords();
  const slot = useFormSlots();
  const { announce } = useContext(FormContext);
  const cleaned = removed.length === 0 ? null : words.cleaned(removed.map((fix) => words.removed[fix]));
  const doubt = hint === null ? null : words.hints[hint.code](field.label, hint.params);
  const said = [cleaned, doubt].filter((sentence) => sentence !== null).join(' ');
  useSaid(said);
  return (
    <div {...slot('field-notes')} role={announce === undefined ? 'status' : undefined}>
      <div id={id}>
        {cleaned !== null && <Note icon="check">{cleaned}</Note>}
        {doubt !== null && <Note icon="info">{doubt}</Note>}
      </div>
      {onUndo !== undefined && (
        <button type="button" data-ack-slot="link" aria-label={words.undoOf(field.label)} onClick={onUndo}>
          {words.undo}
        </button>
      )}
    </div>
  );
}

function Note({ icon, children }: { icon: 'check' | 'info'; children: string }): ReactNode {
  const slot = useFormSlots();
  return (
    <p {...slot('field-note')} data-tone={icon === 'info' ? 'info' : undefined}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
