'use client';
import { type ReactNode, useState } from 'react';
import type { FieldOption } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { useControlWords } from '../../internal/index.js';
import { useFormSlots } from './context.js';
import { PLAIN_TEXT } from './secretAttributes.js';
import { textOf } from './textOf.js';
import type { ControlProps } from './types.js';

/** More than these scroll, and can be filtered. */
const MANY = 8;

/** The check boxes of `OptionsControl`. Saved values that are no longer offered stand among them, checked, so that they can be taken out. */
export function CheckBoxes({ field, value, onValueChange, disabled }: ControlProps): ReactNode {
  const { options: words } = useControlWords();
  const slot = useFormSlots();
  const [filter, setFilter] = useState('');
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const offered = withSaved(field.options, chosen, words);
  const shown = offered.filter(({ label }) => label.toLowerCase().includes(filter.trim().toLowerCase()));
  const toggle = (option: unknown, on: boolean) => {
    const next = on ? [...chosen, option] : chosen.filter((other) => other !== option);
    onValueChange(next);
  };
  const many = offered.length > MANY;
  return (
    <>
      {many && <Filter label={words.filter(field.label)} count={words.chosen(chosen.length)} value={filter} onValueChange={setFilter} />}
      <div data-ack-slot="options-list" data-many={many ? '' : undefined}>
        {shown.map((option) => (
          <label key={`${typeof option.value} ${option.value}`} {...slot('option')}>
            <input
              type="checkbox"
              data-ack-slot="checkbox"
              disabled={disabled}
              checked={chosen.includes(option.value)}
              onChange={({ target }) => toggle(option.value, target.checked)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {shown.length === 0 && <p data-ack-slot="hint">{words.none(filter.trim())}</p>}
      </div>
    </>
  );
}

interface FilterProps {
  label: string;
  /** How many are chosen, also of those that the filter hides. */
  count: string;
  value: string;
  onValueChange: (value: string) => void;
}

function Filter({ label, count, value, onValueChange }: FilterProps): ReactNode {
  const slot = useFormSlots();
  return (
    <div data-ack-slot="options-filter">
      <input
        {...PLAIN_TEXT}
        {...slot('input')}
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onValueChange(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <span data-ack-slot="hint">{count}</span>
    </div>
  );
}

function withSaved(
  options: readonly FieldOption[],
  chosen: readonly unknown[],
  words: Messages['controls']['options'],
): readonly { value: unknown; label: string }[] {
  const saved = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...saved.map((value) => ({ value, label: `${textOf(value)} (${words.noLongerOffered})` }))];
}
