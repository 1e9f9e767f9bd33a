'use client';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useFormWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { useFormSlots } from './context.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { itemsIn, withItems } from './tagItems.js';
import type { ControlProps } from './types.js';

/** Several values of one kind: each becomes a tag on Enter, on a comma, and when the box is left. Backspace in an empty box takes the last. */
export function TagsControl({ field, value, onValueChange, disabled, attributes }: ControlProps): ReactNode {
  const slot = useFormSlots();
  const form = useFormWords();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const items: readonly unknown[] = Array.isArray(value) ? value : [];

  const add = (text: string) => {
    const added = withItems(items, itemsIn(text, field.schema));
    setDraft('');
    if (added.length > items.length) onValueChange(added);
  };
  const remove = (index: number) => {
    onValueChange(items.filter((_, other) => other !== index));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || disabled) return;
    if (event.key === 'Backspace' && draft === '' && items.length > 0) remove(items.length - 1);
    if (!(event.key === ',' || event.key === ';' || (event.key === 'Enter' && draft.trim() !== ''))) return;
    event.preventDefault();
    add(draft);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (disabled || !/[,;\n]/.test(text)) return;
    event.preventDefault();
    add(`${draft}${text}`);
  };
  return (
    <div {...slot('tags')} data-invalid={attributes['aria-invalid'] ? '' : undefined}>
      {items.map((item, index) => (
        <span key={String(item)} {...slot('tag')}>
          <bdi>{String(item)}</bdi>
          <IconButton icon="x" label={form.remove(String(item))} disabled={disabled} onClick={() => remove(index)} />
        </span>
      ))}
      <input
        {...PLAIN_TEXT}
        {...slot('input')}
        {...attributes}
        ref={input}
        dir="auto"
        readOnly={disabled}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => add(draft)}
      />
    </div>
  );
}
