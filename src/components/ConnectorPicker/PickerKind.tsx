'use client';
import type { ReactNode } from 'react';
import { usePickerWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { usePickerSlots } from './context.js';

export interface PickerKindProps {
  /** None while the list is on its way: the choice has its place already. */
  categories: readonly string[];
  category: string | null;
  onCategoryChange: (category: string | null) => void;
}

/** Narrows the list to one kind of service, a `<select>`. */
export function PickerKind({ categories, category, onCategoryChange }: PickerKindProps): ReactNode {
  const slot = usePickerSlots();
  const { kind } = usePickerWords();
  return (
    <span {...slot('picker-kind')}>
      <select
        data-ack-slot="select"
        aria-label={kind.label}
        disabled={categories.length === 0}
        value={category === null ? -1 : categories.indexOf(category)}
        onChange={({ target }) => onCategoryChange(categories[Number(target.value)] ?? null)}
      >
        <option value={-1}>{kind.all}</option>
        {categories.map((name, place) => (
          <option key={name} value={place}>
            {name}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}
