export { cleanPaste, hintOf } from '../../form/paste/index.js';
export { patternOf } from '../../form/patternSafety.js';
export { DropFrame, KeyFileNotice, readKeyFile } from './KeyFileViews.js';
export { PasteNotes } from './PasteNotes.js';
