'use client';
import { type ReactNode, useContext } from 'react';
import { type FormField, valueAt, withValueAt } from '../../form/index.js';
import { FormContext } from './context.js';
import { DrawnByHost } from './DrawnByHost.js';
import { fieldKey } from './fieldLists.js';
import { fieldParts } from './fieldParts.js';
import type { RenderFieldProps } from './types.js';
import { useFormState } from './useFormState.js';

/** What a field that holds others hands to `renderField`, but for what is inside it. */
export type ContainerParts = Omit<RenderFieldProps, 'control' | 'fields'> & { labelId: string };

export interface Container extends ContainerParts {
  /** Draws it with what the host puts in its place: undefined where the kit's own stands. */
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
  const given: ContainerParts = {
    ...fieldParts(field, { formId, message, parts, labelled }),
    value,
    onValueChange: (value) => change(field, (current) => withValueAt(current, field.draftPath, value)),
    disabled,
  };
  return {
    ...given,
    drawnByHost: (inside, draw) => <DrawnByHost prop="renderField" ask={renderField && (() => renderField({ ...given, ...inside }))} draw={draw} />,
  };
}
