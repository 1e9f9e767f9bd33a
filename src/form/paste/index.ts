export { cleanPaste } from './cleanPaste.js';
export { hintOf } from './hintOf.js';
export { keyFileValues } from './keyFileValues.js';
export type { CleanPaste, KeyFileValue, PasteFix, PasteHint, PasteHintCode } from './types.js';
