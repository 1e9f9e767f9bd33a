'use client';
import { type ReactNode, useContext } from 'react';
import { useFormWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { Fold } from './Fold.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import type { ListItemModel } from './types.js';

export interface ListItemProps extends Omit<ListItemModel, 'key'> {
  disabled: boolean;
  onRemove: (index: number) => void;
  /** What it asks for. */
  children: ReactNode;
}

/** One item of a list, an `<li>`: a fold under its name, and the button that removes it. */
export function ListItem({ index, field, name, added, disabled, onRemove, children }: ListItemProps): ReactNode {
  const slot = useFormSlots();
  const form = useFormWords();
  const { id: formId } = useContext(FormContext);
  return (
    <li {...slot('list-item')} id={field.kind === 'object' ? controlId(formId, fieldKey(field)) : undefined}>
      <Fold summary={<bdi>{name}</bdi>} fields={[field]} open={added}>
        <div {...slot('fields')} data-own={field.kind === 'object' ? undefined : ''}>
          {children}
        </div>
      </Fold>
      <IconButton icon="x" label={form.remove(name)} disabled={disabled} onClick={() => onRemove(index)} />
    </li>
  );
}
