export { ConnectorList, type ConnectorListProps, type ConnectorListSlot, type ConnectorStatus } from './ConnectorList/index.js';
export { ConnectorPicker, type ConnectorPickerProps, type ConnectorPickerSlot, type PickerLayout } from './ConnectorPicker/index.js';
export { ConnectScreens, type ConnectScreensActions, type ConnectScreensData, type ConnectScreensProps } from './ConnectScreens/index.js';
export { CredentialForm, type CredentialFormProps, type CredentialFormSlot, emptyValues } from './CredentialForm/index.js';
export { Dialog, type DialogProps } from './Dialog/index.js';
export { ExecutePlayground, type ExecutePlaygroundProps, type ExecutePlaygroundSlot, type OperationRef, type RunInput } from './ExecutePlayground/index.js';
export { MethodChoice, type MethodChoiceProps, type MethodChoiceSlot } from './MethodChoice/index.js';
export { OAuthButton, type OAuthButtonProps } from './OAuthButton/index.js';
export { OAuthCallback, type OAuthCallbackProps, type OAuthCallbackSlot, type OAuthCallbackStatus } from './OAuthCallback/index.js';
