'use client';
import type { ReactNode } from 'react';
import { useFormWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { useFormSlots } from './context.js';
import { Field } from './Field.js';
import { Fields } from './Fields.js';
import { Fold } from './Fold.js';
import type { ListItemModel } from './useListItems.js';

export interface ListItemProps extends Omit<ListItemModel, 'key'> {
  /** Of the object that the item is. */
  id: string;
  disabled: boolean;
  onRemove: (index: number) => void;
}

/** One item of a list, an `<li>`: a fold under its name, and the button that removes it. */
export function ListItem({ id, index, field, name, added, disabled, onRemove }: ListItemProps): ReactNode {
  const slot = useFormSlots();
  const form = useFormWords();
  return (
    <li {...slot('list-item')} id={field.kind === 'object' ? id : undefined}>
      <Fold summary={<bdi>{name}</bdi>} fields={[field]} open={added}>
        <div {...slot('fields')}>{field.kind === 'object' ? <Fields fields={field.fields} /> : <Field field={field} />}</div>
      </Fold>
      <IconButton icon="x" label={form.remove(name)} disabled={disabled} onClick={() => onRemove(index)} />
    </li>
  );
}
