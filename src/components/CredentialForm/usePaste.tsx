'use client';
import { type ClipboardEvent, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { PasteFix } from '../../form/paste/index.js';
import { idList } from './idList.js';
import { PasteContext } from './PasteContext.js';
import { PatternHint } from './PatternHint.js';
import { pasteDoctor } from './pasteDoctor.js';
import { textOf } from './textOf.js';
import type { ControlAttributes, ControlProps } from './types.js';
import { useAfterPress } from './useAfterPress.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/** A paste that was cleaned. It is kept only as long as the box holds its result. */
interface Cleaned {
  removed: readonly PasteFix[];
  result: string;
  /** What the box would hold without the cleaning; null where the box itself can not hold that. */
  raw: string | null;
}

export interface PasteParts {
  /** Those of the control, with the notes among what describes it. */
  attributes: ControlAttributes;
  /** For the box. */
  handlers: { onPaste: (event: ClipboardEvent<Box>) => void; onBlur: () => void };
  /** Stands after the box. */
  notes: ReactNode;
}

/**
 * What happens to a pasted value: it is cleaned in sight, with a way back, and told when it looks like the wrong one. Both are notes under
 * the box; nothing is ever blocked.
 * @example const paste = usePaste(props); // <><input {...paste.attributes} {...paste.handlers} />{paste.notes}</>
 */
export function usePaste({ field, value, onValueChange, disabled, attributes }: ControlProps): PasteParts {
  const fields = useContext(PasteContext);
  const doctor = pasteDoctor.use('a box');
  const box = useRef<Box | null>(null);
  const afterPress = useAfterPress();
  const [cleaned, setCleaned] = useState<Cleaned | null>(null);
  const [judged, setJudged] = useState(false);
  const hint = useMemo(() => (judged ? (doctor?.hintOf(value, field, fields) ?? null) : null), [judged, doctor, value, field, fields]);
  if (cleaned !== null && cleaned.result !== textOf(value)) setCleaned(null);

  const onPaste = (event: ClipboardEvent<Box>) => {
    if (disabled || doctor === null) return;
    const pasted = event.clipboardData.getData('text');
    const { text, removed } = doctor.cleanPaste(pasted, field);
    setJudged(true);
    if (removed.length === 0) return;
    event.preventDefault();
    const raw = withoutBreaks(around(event.currentTarget, pasted), event.currentTarget);
    const result = insert(event.currentTarget, text, onValueChange);
    box.current = event.currentTarget;
    setCleaned({ removed, result, raw: raw === result ? null : raw });
  };
  const undo = () => {
    box.current?.focus();
    setCleaned(null);
    onValueChange(cleaned?.raw);
  };
  const notesId = `${attributes.id}-notes`;
  const hintId = field.patternHint === null ? undefined : `${attributes.id}-pattern`;
  const noted = doctor !== null && (cleaned !== null || hint !== null);
  return {
    attributes: { ...attributes, 'aria-describedby': idList(attributes['aria-describedby'], noted && notesId, hintId) },
    handlers: { onPaste, onBlur: () => judged || afterPress(() => setJudged(true)) },
    notes: (
      <>
        {noted && (
          <doctor.PasteNotes id={notesId} field={field} removed={cleaned?.removed ?? []} hint={hint} onUndo={cleaned?.raw == null ? undefined : undo} />
        )}
        {hintId !== undefined && <PatternHint id={hintId} field={field} value={value} />}
      </>
    ),
  };
}

/** What a box would hold after this is put in place of its selection. Boxes of email addresses do not tell theirs: then, in place of all. */
const around = ({ value, selectionStart, selectionEnd }: Box, text: string): string =>
  selectionStart === null || selectionEnd === null ? text : value.slice(0, selectionStart) + text + value.slice(selectionEnd);

const withoutBreaks = (text: string, box: Box): string => (box instanceof HTMLTextAreaElement ? text : text.replace(/[\r\n]/g, ''));

/** Types a text in place of the selection and returns what the box holds then. As a command, so that the browser's own undo knows it. */
function insert(box: Box, text: string, onValueChange: (value: string) => void): string {
  if (box.ownerDocument.execCommand('insertText', false, text)) return box.value;
  const result = around(box, text);
  onValueChange(result);
  return result;
}
