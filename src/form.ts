export type { JsonObject, JsonSchema } from './core/index.js';
export {
  compileForm,
  errorKey,
  type FieldErrorCode,
  type FieldKind,
  type FieldPath,
  type Form,
  type FormError,
  type FormField,
  type FormLayout,
  type FormValues,
  type FormVerdict,
  nameFromKey,
  valueAt,
  withValueAt,
} from './form/index.js';
