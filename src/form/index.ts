export { compileForm } from './compileForm.js';
export { layOutForm } from './layOutForm.js';
export { errorKey } from './leaves.js';
export { loadedValidate, loadValidate } from './loadValidate.js';
export { missingValues } from './missingValues.js';
export { nameFromKey } from './nameFromKey.js';
export type {
  FieldBranch,
  FieldErrorCode,
  FieldGroup,
  FieldKind,
  FieldOption,
  FieldPath,
  Form,
  FormError,
  FormField,
  FormLayout,
  FormValues,
  FormVerdict,
} from './types.js';
export { valueAt, withValueAt } from './values.js';
