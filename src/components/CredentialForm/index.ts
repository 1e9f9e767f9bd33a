export { ChoiceCards } from './ChoiceCards.js';
export { ChoiceSelect } from './ChoiceSelect.js';
export { CredentialForm, type CredentialFormProps } from './CredentialForm.js';
export { DateControl, DateTimeControl } from './DateControl.js';
export { emptyValues } from './emptyValues.js';
export { FieldError, type FieldErrorProps } from './FieldError.js';
export { FieldHelp, type FieldHelpProps } from './FieldHelp.js';
export { FieldLabel, type FieldLabelProps } from './FieldLabel.js';
export { isDirty } from './isDirty.js';
export { JsonControl } from './JsonControl.js';
export { ListField } from './ListField.js';
export { MultilineSecretControl } from './MultilineSecretControl.js';
export { SecretControl } from './SecretControl.js';
export { SelectControl } from './SelectControl.js';
export { SwitchField } from './SwitchField.js';
export { savedValues } from './savedValues.js';
export { TagsControl } from './TagsControl.js';
export { TextControl } from './TextControl.js';
export type {
  ChoiceControlProps,
  ControlAttributes,
  ControlKind,
  ControlProps,
  CredentialFormParts,
  CredentialFormSlot,
  ListControlProps,
  ListItemModel,
  ObjectControlProps,
  RenderField,
  RenderFieldProps,
  RenderOAuth,
  RenderOAuthProps,
} from './types.js';
