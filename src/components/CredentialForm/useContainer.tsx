'use client';
import { type ReactNode, useContext } from 'react';
import { type FormField, valueAt, withValueAt } from '../../form/index.js';
import { FormContext } from './context.js';
import { DrawnByHost } from './DrawnByHost.js';
import { FieldError } from './FieldError.js';
import { FieldHelp, hasHelp } from './FieldHelp.js';
import { FieldLabel } from './FieldLabel.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import { idList } from './idList.js';
import { replaceable } from './replaceable.js';
import type { RenderFieldProps } from './types.js';
import { useFormState } from './useFormState.js';

/** What a field that holds others hands to `renderField`, but for what is inside it. */
export type ContainerParts = Omit<RenderFieldProps, 'control' | 'fields'> & { labelId: string };

export interface Container extends ContainerParts {
  /** Draws it with what the host puts in its place: null where that is nothing, undefined where the kit's own stands. */
  drawnByHost: (inside: Pick<RenderFieldProps, 'control' | 'fields'>, draw: (own: ReactNode) => ReactNode) => ReactNode;
}

/**
 * The parts of an object, a choice or a list, tied to each other by id as those of one value are.
 * @param labelled Whether its label belongs to one control, as that of a `<select>` does.
 */
export function useContainer(field: FormField, labelled: boolean): Container {
  const { id: formId, disabled, change, renderField, parts = {} } = useContext(FormContext);
  // What is typed inside draws a container again only where the host draws it, and so may show its value.
  const isShown = renderField !== undefined || (field.kind !== 'choice' && parts[field.kind] !== undefined);
  const { value, message } = useFormState(({ values, messages }) => ({
    value: isShown ? valueAt(values, field.draftPath) : undefined,
    message: messages[fieldKey(field)],
  }));
  const id = controlId(formId, fieldKey(field));
  const labelId = `${id}-label`;
  const errorId = message === undefined ? undefined : `${id}-error`;
  const helpId = hasHelp(field) ? `${id}-help` : undefined;
  const given: ContainerParts = {
    field,
    value,
    onValueChange: (value) => change(field, (current) => withValueAt(current, field.draftPath, value)),
    disabled,
    attributes: { id, required: field.required, 'aria-describedby': idList(errorId, helpId), 'aria-invalid': message !== undefined || undefined },
    labelId,
    message,
    label: replaceable('field-label', parts['field-label'], FieldLabel, { field, id: labelId, htmlFor: labelled ? id : undefined }),
    error: message === undefined ? null : replaceable('field-error', parts['field-error'], FieldError, { id: errorId, message }),
    help: helpId === undefined ? null : replaceable('field-description', parts['field-description'], FieldHelp, { id: helpId, field }),
  };
  return {
    ...given,
    drawnByHost: (inside, draw) => <DrawnByHost prop="renderField" ask={renderField && (() => renderField({ ...given, ...inside }))} draw={draw} />,
  };
}
