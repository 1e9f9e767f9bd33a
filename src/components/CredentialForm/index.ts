export { CredentialForm, type CredentialFormProps, emptyValues } from './CredentialForm.js';
export type { CredentialFormSlot } from './types.js';
