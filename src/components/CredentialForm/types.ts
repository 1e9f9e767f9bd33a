import type { ComponentType, ReactNode, RefObject } from 'react';
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
  /** The box of a value. With buttons or tags in it, that is the `input-group` or `tags` around the element: the class is there, and not on the element. */
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
  | 'choices'
  | 'choice'
  | 'choice-title'
  | 'choice-text'
  | 'choice-fields'
  | 'radio'
  | 'list'
  | 'list-items'
  | 'list-item'
  | 'problems'
  | 'replacement';

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
  /** What was typed so far. Of a secret that is stored it may be a `SavedSecret`: `isSavedSecret(value)` tells. */
  value: unknown;
  onValueChange: (value: unknown) => void;
  /** The value can be read and not changed. */
  disabled: boolean;
  attributes: ControlAttributes;
  /** Id of the visible label: a control of several elements is a `role="group"` with this as `aria-labelledby`. */
  labelId?: string | undefined;
  /** Of a secret that is stored: makes room for another. Without it a control keeps what it replaces itself, as long as it is drawn. */
  onReplace?: (() => void) | undefined;
  /** While a stored secret is being replaced: gives that up. */
  onRestore?: (() => void) | undefined;
}

/** What `renderField` gets: the value, and the parts of the field as the kit would draw them, tied to each other by id. */
export interface RenderFieldProps extends ControlProps {
  /** Why the value is not accepted. */
  message: string | undefined;
  /** Null for a switch, which brings its own. */
  label: ReactNode;
  /** Of a choice its alternatives, of a list its items; null for an object. */
  control: ReactNode;
  /** Null without a message. */
  error: ReactNode;
  /** Null where there is nothing to say. */
  help: ReactNode;
  /** What stands inside an object, or is asked by the chosen alternative of a choice; null for all else. */
  fields: ReactNode;
}

/**
 * Draws the inside of a field in place of the kit. Undefined leaves it to the kit; null draws nothing at all: then a value that the schema
 * requires is the host's to set.
 */
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

/** What `slots.choice` gets: it draws the alternatives, and the kit what the chosen one asks for. */
export interface ChoiceControlProps {
  field: FormField;
  /** The alternatives that can be chosen. */
  branches: readonly FieldBranch[];
  chosen: FieldBranch | null;
  /** Null takes the choice back. */
  onChoose: (branch: FieldBranch | null) => void;
  disabled: boolean;
  /** Of the control. */
  id: string;
  /** Of what names it. */
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
}

/** One item of a list as it is drawn. */
export interface ListItemModel {
  /** Stays with the item when others come or go. */
  key: number;
  index: number;
  field: FormField;
  /** What it is known by: its values, else its number. */
  name: string;
  /** It was added since the form appeared. */
  added: boolean;
}

/** What `slots.list` gets: it draws the items and the buttons that add and remove them. */
export interface ListControlProps extends ControlProps {
  /** `children` is what the item asks for. */
  items: readonly (ListItemModel & { children: ReactNode })[];
  /** What one of them is called. */
  itemKind: string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  /** On the element whose children are the items: focus goes to the one that was added, or is next to one that is gone. */
  listRef: RefObject<HTMLUListElement | null>;
  /** It takes focus when the last item is gone. */
  addButtonRef: RefObject<HTMLButtonElement | null>;
}

/** What `slots.object` gets: it draws the frame around the fields. */
export interface ObjectControlProps extends ControlProps {
  message: string | undefined;
  label: ReactNode;
  error: ReactNode;
  help: ReactNode;
  /** The fields inside. */
  children: ReactNode;
}

/** Kinds that hold one value. */
export type ControlKind = Exclude<FieldKind, 'object' | 'choice' | 'list'>;

/**
 * Components in place of the kit's: a part of every field by its slot's name, or the control of every field of a kind. Keep what the props
 * hand over (ids, `attributes`), so that label, help and error stay tied to the control. A `switch` draws its own label.
 * @example const slots = { select: ({ field, value, onValueChange, attributes }) => <MySelect {...attributes} ... /> };
 */
export interface CredentialFormParts extends Partial<Record<ControlKind, ComponentType<ControlProps>>> {
  choice?: ComponentType<ChoiceControlProps> | undefined;
  list?: ComponentType<ListControlProps> | undefined;
  object?: ComponentType<ObjectControlProps> | undefined;
  'field-label'?: ComponentType<FieldLabelProps> | undefined;
  'field-error'?: ComponentType<FieldErrorProps> | undefined;
  'field-description'?: ComponentType<{ id: string; field: FormField }> | undefined;
}
