export { compileForm } from './compileForm.js';
export { nameFromKey } from './nameFromKey.js';
export type { FieldErrorCode, FieldKind, FieldPath, Form, FormError, FormField, FormValues } from './types.js';
export { errorKey } from './validate.js';
export { valueAt, withValueAt } from './values.js';
