'use client';
import { type ReactNode, useContext } from 'react';
import type { FormField } from '../../form/index.js';
import { RichText, useFormWords } from '../../internal/index.js';
import { Button, Icon } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldError } from './FieldError.js';
import { FieldLabel } from './FieldLabel.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import { ListItem } from './ListItem.js';
import { useListItems } from './useListItems.js';

/** Any number of the same thing: each a fold that can be removed, and a button that adds one. */
export function ListField({ field }: { field: FormField }): ReactNode {
  const { id: formId, messages, disabled } = useContext(FormContext);
  const slot = useFormSlots();
  const words = useFormWords().list;
  const id = controlId(formId, fieldKey(field));
  const message = messages[fieldKey(field)];
  const { kind, items, addButton, list, add, remove } = useListItems(field);
  const described = [message === undefined ? '' : `${id}-error`, field.help === null ? '' : `${id}-help`].filter(Boolean).join(' ');
  return (
    <div {...slot('field')} role="group" aria-labelledby={`${id}-label`} aria-describedby={described || undefined} data-kind="list">
      <FieldLabel field={field} id={`${id}-label`} />
      {field.help !== null && (
        <p {...slot('field-description')} id={`${id}-help`}>
          <RichText text={field.help} />
        </p>
      )}
      {items.length > 0 && (
        <ul {...slot('list-items')} ref={list}>
          {items.map(({ key, ...item }) => (
            <ListItem key={key} {...item} id={controlId(formId, fieldKey(item.field))} disabled={disabled} onRemove={remove} />
          ))}
        </ul>
      )}
      {message !== undefined && <FieldError id={`${id}-error`} message={message} />}
      <Button ref={addButton} id={id} size="sm" disabled={disabled} aria-describedby={message === undefined ? undefined : `${id}-error`} onClick={add}>
        <Icon name="plus" />
        {words.add(kind)}
      </Button>
    </div>
  );
}
