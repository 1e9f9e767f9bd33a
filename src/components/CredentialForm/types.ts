import type { FormField } from '../../form/index.js';

/** Slots of a `CredentialForm`: the same names as `data-ack-slot`. */
export type CredentialFormSlot =
  | 'fields'
  | 'field'
  | 'field-label'
  | 'field-description'
  | 'field-error'
  | 'input'
  | 'input-group'
  | 'textarea'
  | 'select'
  | 'select-group'
  | 'switch'
  | 'switch-row'
  | 'tags'
  | 'tag';

/** What ties a control to its label, its help and its error. */
export interface ControlAttributes {
  id: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** What draws one value. */
export interface ControlProps {
  field: FormField;
  value: unknown;
  onValueChange: (value: unknown) => void;
  /** The value can be read and not changed. */
  disabled: boolean;
  attributes: ControlAttributes;
}
