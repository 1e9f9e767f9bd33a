export { withoutOAuthOutput } from '../core/index.js';
export { chooseBranch, chosenBranch } from './branches.js';
export { branchOfValue } from './branchOfValue.js';
export { compileForm } from './compileForm.js';
export { constantOf } from './constants.js';
export { drawnFields } from './drawnFields.js';
export { errorKey } from './errorKey.js';
export { isDirty, isFilled } from './isDirty.js';
export { type FieldLayout, layOutFields } from './layOutFields.js';
export { type FormOptions, layOutForm } from './layOutForm.js';
export { addItem, itemAt, itemCount, moveItem, removeItem } from './listItems.js';
export { loadedValidate, loadValidate } from './loadValidate.js';
export { missingValues } from './missingValues.js';
export { nameFromKey } from './nameFromKey.js';
export { numberIn } from './numberIn.js';
export { isBeside, ownField } from './ownField.js';
export { type CleanPaste, cleanPaste, hintOf, type KeyFileValue, keyFileValues, type PasteFix, type PasteHint, type PasteHintCode } from './paste/index.js';
export { publicValues } from './publicValues.js';
export { isReplaced, replaceSecret, restoreSecret } from './replacedSecret.js';
export { isSavedSecret } from './savedValue.js';
export { submitRoot } from './submitDraft.js';
export type { SchemaType } from './tree/schemaTypes.js';
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
export { type Checkable, type FormIssue, zodFromForm } from './zodFromForm.js';
