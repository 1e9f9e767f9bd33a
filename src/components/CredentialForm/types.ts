import type { ComponentType, ReactNode } from 'react';
import type { FieldBranch, FieldKind, FormField } from '../../form/index.js';
import type { FieldErrorProps } from './FieldError.js';
import type { FieldLabelProps } from './FieldLabel.js';

/** Slots of a `CredentialForm`: the same names as `data-ack-slot`. */
export type CredentialFormSlot =
  | 'fields'
  | 'field-group'
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
  | 'tag'
  | 'options'
  | 'option'
  | 'upload'
  | 'pattern-hint'
  | 'field-notes'
  | 'field-note'
  | 'options'
  | 'option'
  | 'choices'
  | 'choice'
  | 'choice-title'
  | 'choice-text'
  | 'choice-fields'
  | 'radio'
  | 'list-items'
  | 'list-item'
  | 'problems';

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
  /** Id of the visible label: a control of several elements is a `role="group"` with this as `aria-labelledby`. */
  labelId?: string | undefined;
}

/** What `renderField` gets: the value, and the parts of the field as the kit would draw them, tied to each other by id. */
export interface RenderFieldProps extends ControlProps {
  /** Why the value is not accepted. */
  message: string | undefined;
  /** Null for a switch, which brings its own. */
  label: ReactNode;
  control: ReactNode;
  /** Null without a message. */
  error: ReactNode;
  /** Null where there is nothing to say. */
  help: ReactNode;
}

/** Draws the inside of a field in place of the kit; undefined leaves it to the kit. */
export type RenderField = (props: RenderFieldProps) => ReactNode | undefined;

/** What `renderOAuth` gets. */
export interface RenderOAuthProps {
  /** The choice among ways to sign in. */
  field: FormField;
  /** The chosen way. */
  branch: FieldBranch;
  disabled: boolean;
}

/** Draws the button that signs in, at the head of the alternative that signs in so. */
export type RenderOAuth = (props: RenderOAuthProps) => ReactNode;

/** Kinds that hold one value. */
export type ControlKind = Exclude<FieldKind, 'object' | 'choice' | 'list'>;

/**
 * Components in place of the kit's: a part of every field by its slot's name, or the control of every field of a kind. Keep what the props
 * hand over (ids, `attributes`), so that label, help and error stay tied to the control. A `switch` draws its own label.
 * @example const slots = { select: ({ field, value, onValueChange, attributes }) => <MySelect {...attributes} ... /> };
 */
export interface CredentialFormParts extends Partial<Record<ControlKind, ComponentType<ControlProps>>> {
  'field-label'?: ComponentType<FieldLabelProps> | undefined;
  'field-error'?: ComponentType<FieldErrorProps> | undefined;
  'field-description'?: ComponentType<{ id: string; field: FormField }> | undefined;
}
