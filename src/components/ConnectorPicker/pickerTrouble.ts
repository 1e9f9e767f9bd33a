import { createLater } from '../../internal/index.js';

/** What a picker says when there is no list. Loaded when a picker appears, beside the list, so that it is there when that fails. */
export const pickerTrouble = createLater(() => import('./PickerFailure.js'));
