'use client';
import type { FormField } from '../../form/index.js';
import { FieldError } from './FieldError.js';
import { FieldHelp, hasHelp } from './FieldHelp.js';
import { FieldLabel } from './FieldLabel.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import { idList } from './idList.js';
import { replaceable } from './replaceable.js';
import type { CredentialFormParts, RenderFieldProps } from './types.js';

export interface FieldPartsOptions {
  formId: string;
  message: string | undefined;
  parts: CredentialFormParts | undefined;
  /** Whether its label belongs to one control, as that of a `<select>` does. */
  labelled: boolean;
}

/** Label, error and help of a field, tied to each other and to its control by id. */
export type FieldParts = Pick<RenderFieldProps, 'field' | 'attributes' | 'message' | 'label' | 'error' | 'help'> & { labelId: string };

export function fieldParts(field: FormField, { formId, message, parts = {}, labelled }: FieldPartsOptions): FieldParts {
  const id = controlId(formId, fieldKey(field));
  const labelId = `${id}-label`;
  const errorId = message === undefined ? undefined : `${id}-error`;
  const helpId = hasHelp(field) ? `${id}-help` : undefined;
  return {
    field,
    attributes: { id, required: field.required, 'aria-describedby': idList(errorId, helpId), 'aria-invalid': message !== undefined || undefined },
    labelId,
    message,
    label: replaceable('field-label', parts['field-label'], FieldLabel, { field, id: labelId, htmlFor: labelled ? id : undefined }),
    error: message === undefined ? null : replaceable('field-error', parts['field-error'], FieldError, { id: errorId, message }),
    help: helpId === undefined ? null : replaceable('field-description', parts['field-description'], FieldHelp, { id: helpId, field }),
  };
}
