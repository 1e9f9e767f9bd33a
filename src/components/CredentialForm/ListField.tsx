'use client';
import { type ReactNode, useContext } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { Button, Icon } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { Field } from './Field.js';
import { Fields } from './Fields.js';
import { ListItem } from './ListItem.js';
import { replaceable } from './replaceable.js';
import type { ListControlProps } from './types.js';
import { useContainer } from './useContainer.js';
import { useListItems } from './useListItems.js';

/** Any number of the same thing, under one name. */
export function ListField({ field }: { field: FormField }): ReactNode {
  const { parts = {} } = useContext(FormContext);
  const slot = useFormSlots();
  const { drawnByHost, label, help, error, ...container } = useContainer(field, false);
  const { attributes, labelId } = container;
  const { kind, items, addButton, list, add, remove } = useListItems(field);
  const control = replaceable('list', parts.list, ListControl, {
    ...container,
    items: items.map((item) => ({ ...item, children: item.field.kind === 'object' ? <Fields fields={item.field.fields} /> : <Field field={item.field} /> })),
    itemKind: kind,
    onAdd: add,
    onRemove: remove,
    listRef: list,
    addButtonRef: addButton,
  });
  return drawnByHost({ control, fields: null }, (own) => (
    <div {...slot('field')} role="group" aria-labelledby={labelId} aria-describedby={attributes['aria-describedby']} data-kind="list">
      {own ?? (
        <>
          {label}
          {help}
          {control}
          {error}
        </>
      )}
    </div>
  ));
}

/** Its items, each a fold that can be removed, and a button that adds one. */
function ListControl({ items, itemKind, attributes, disabled, onAdd, onRemove, listRef, addButtonRef }: ListControlProps): ReactNode {
  const slot = useFormSlots();
  const words = useFormWords().list;
  return (
    <div {...slot('list')}>
      {items.length > 0 && (
        <ul {...slot('list-items')} ref={listRef}>
          {items.map(({ key, ...item }) => (
            <ListItem key={key} {...item} disabled={disabled} onRemove={onRemove} />
          ))}
        </ul>
      )}
      <Button ref={addButtonRef} id={attributes.id} size="sm" disabled={disabled} aria-describedby={attributes['aria-describedby']} onClick={onAdd}>
        <Icon name="plus" />
        {words.add(itemKind)}
      </Button>
    </div>
  );
}
