export { CredentialForm, type CredentialFormProps, emptyValues, savedValues } from './CredentialForm.js';
export { isDirty } from './isDirty.js';
export type {
  ControlAttributes,
  ControlKind,
  ControlProps,
  CredentialFormParts,
  CredentialFormSlot,
  RenderField,
  RenderFieldProps,
  RenderOAuth,
  RenderOAuthProps,
} from './types.js';
