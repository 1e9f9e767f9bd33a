export { CheckBoxes } from './CheckBoxes.js';
export { JsonNote } from './JsonNote.js';
export { jsonProblem } from './jsonProblem.js';
export { readTextFile } from './readTextFile.js';
export { UploadBar } from './UploadBar.js';
