'use client';
import { type ReactNode, useMemo, useState } from 'react';
import { useFormSlots } from './context.js';
import { idList } from './idList.js';
import { controlParts } from './loadControlParts.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';
import { useAfterPress } from './useAfterPress.js';

/**
 * A part of a schema that has no control of its own, a `<textarea>` of JSON. Once it was left it says where the text stops being JSON, until
 * it is mended. What was typed is never rewritten: numbers would lose digits.
 * @example <JsonControl field={field} value={'{ "a": 1 }'} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function JsonControl({ value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const [left, setLeft] = useState(false);
  const afterPress = useAfterPress();
  const note = controlParts.use(left && 'a text to judge');
  const text = textOf(value);
  const judged = left && note !== null && typeof value === 'string' && text.trim() !== '';
  const problem = useMemo(() => (judged ? note.jsonProblem(text) : null), [judged, note, text]);
  const noteId = `${attributes.id}-json`;
  return (
    <>
      <textarea
        {...PLAIN_TEXT}
        {...slot('textarea')}
        {...attributes}
        aria-describedby={idList(attributes['aria-describedby'], problem !== null && noteId)}
        rows={4}
        dir="ltr"
        data-format="json"
        readOnly={disabled}
        value={text}
        onChange={({ target }) => onValueChange(target.value)}
        onBlur={() => afterPress(() => setLeft(true))}
      />
      {note !== null && problem !== null && <note.JsonNote id={noteId} problem={problem} />}
    </>
  );
}
