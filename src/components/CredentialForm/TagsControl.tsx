'use client';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { useControlWords, useFormWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { idList } from './idList.js';
import { OptionsControl } from './OptionsControl.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { holdsSeveral, isInQuotes, itemsIn, keyOfItem, withItems } from './tagItems.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';
import { useAfterPress } from './useAfterPress.js';

/**
 * Several values of one kind. Where the schema says which there are, check boxes; else each becomes a tag on Enter, on a comma, and when the
 * box is left, so that nothing typed is lost. Backspace in an empty box takes the last.
 * @example <TagsControl field={field} value={['a', 'b']} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export const TagsControl = (props: ControlProps): ReactNode => (props.field.options.length > 0 ? <OptionsControl {...props} /> : <FreeTags {...props} />);

function FreeTags(props: ControlProps): ReactNode {
  const { disabled, attributes } = props;
  const slot = useFormSlots();
  const form = useFormWords();
  const input = useRef<HTMLInputElement>(null);
  const afterPress = useAfterPress();
  const { items, draft, setDraft, add, remove, twice } = useTags(props);
  const removeAt = (index: number) => {
    remove(index);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || disabled) return;
    if (event.key === 'Backspace' && draft === '' && items.length > 0) removeAt(items.length - 1);
    const ends = (event.key === ',' || event.key === ';') && !isInQuotes(draft);
    if (!(ends || (event.key === 'Enter' && draft.trim() !== ''))) return;
    event.preventDefault();
    add(draft);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (disabled || !holdsSeveral(text)) return;
    event.preventDefault();
    add(`${draft}${text}`);
  };
  const noteId = `${attributes.id}-twice`;
  return (
    <>
      <div {...slot('tags', slot('input').className)} data-invalid={attributes['aria-invalid'] ? '' : undefined}>
        {items.map((item, index) => (
          <span key={keyOfItem(items, index)} {...slot('tag')}>
            <bdi>{textOf(item)}</bdi>
            <IconButton icon="x" label={form.remove(textOf(item))} disabled={disabled} onClick={() => removeAt(index)} />
          </span>
        ))}
        <input
          {...PLAIN_TEXT}
          data-ack-slot="input"
          {...attributes}
          aria-describedby={idList(attributes['aria-describedby'], twice !== null && noteId)}
          ref={input}
          dir="auto"
          readOnly={disabled}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => draft !== '' && afterPress(() => add(draft))}
        />
      </div>
      {twice !== null && (
        <p {...slot('field-note')} id={noteId}>
          {twice}
        </p>
      )}
    </>
  );
}

/** The items and the text that is no item yet. What happens to them is announced. */
function useTags({ field, value, onValueChange }: ControlProps) {
  const { tags } = useControlWords();
  const { announce } = useContext(FormContext);
  const [draft, setText] = useState('');
  const [twice, setTwice] = useState<string | null>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  // A press on a tag's own button first ends what is typed: both changes count.
  const latest = useRef(items);
  latest.current = items;
  const change = (next: readonly unknown[]) => {
    latest.current = next;
    onValueChange(next);
  };
  const setDraft = (text: string) => {
    setText(text);
    setTwice(null);
  };
  const add = (text: string) => {
    const next = withItems(latest.current, itemsIn(text, field.schema));
    const added = next.items.slice(latest.current.length).map(textOf);
    const told = next.twice.map((item) => tags.twice(textOf(item)));
    setText('');
    if (text.trim() !== '') setTwice(told[0] ?? null);
    if (added.length > 0) change(next.items);
    const said = [...added.map(tags.added), ...told];
    if (said.length > 0) announce?.(said.join(' '));
  };
  const remove = (index: number) => {
    change(latest.current.filter((_, other) => other !== index));
    announce?.(tags.removed(textOf(items[index])));
  };
  return { items, draft, setDraft, add, remove, twice };
}
