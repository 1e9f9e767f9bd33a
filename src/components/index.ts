export {
  ConnectorList,
  type ConnectorListParts,
  type ConnectorListProps,
  type ConnectorListSlot,
  type ConnectorStatus,
  type ListItemPartProps,
  type RowTask,
} from './ConnectorList/index.js';
export {
  ConnectorPicker,
  type ConnectorPickerParts,
  type ConnectorPickerProps,
  type ConnectorPickerSlot,
  type PickerItemPartProps,
  type PickerLayout,
} from './ConnectorPicker/index.js';
export {
  ConnectScreens,
  type ConnectScreensActions,
  type ConnectScreensData,
  type ConnectScreensParts,
  type ConnectScreensProps,
  type ConnectScreensSlot,
  type PickerOptions,
} from './ConnectScreens/index.js';
export {
  ChoiceCards,
  type ChoiceControlProps,
  ChoiceSelect,
  type ControlAttributes,
  type ControlKind,
  type ControlProps,
  CredentialForm,
  type CredentialFormParts,
  type CredentialFormProps,
  type CredentialFormSlot,
  DateControl,
  DateTimeControl,
  emptyValues,
  FieldError,
  type FieldErrorProps,
  FieldHelp,
  type FieldHelpProps,
  FieldLabel,
  type FieldLabelProps,
  isDirty,
  JsonControl,
  type ListControlProps,
  ListField,
  type ListItemModel,
  MultilineSecretControl,
  type ObjectControlProps,
  type RenderField,
  type RenderFieldProps,
  type RenderOAuth,
  type RenderOAuthProps,
  SecretControl,
  SelectControl,
  SwitchField,
  savedValues,
  TagsControl,
  TextControl,
} from './CredentialForm/index.js';
export { Dialog, type DialogProps } from './Dialog/index.js';
export { ExecutePlayground, type ExecutePlaygroundProps, type ExecutePlaygroundSlot, type OperationRef, type RunInput } from './ExecutePlayground/index.js';
export { MethodChoice, type MethodChoiceProps, type MethodChoiceSlot } from './MethodChoice/index.js';
export { OAuthButton, type OAuthButtonProps } from './OAuthButton/index.js';
export { OAuthCallback, type OAuthCallbackProps, type OAuthCallbackSlot, type OAuthCallbackStatus } from './OAuthCallback/index.js';
