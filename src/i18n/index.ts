export { callback } from './en/callback.js';
export { errors } from './en/errors.js';
export { flow } from './en/flow.js';
export { form } from './en/form.js';
export { manager } from './en/manager.js';
export { picker } from './en/picker.js';
export { playground } from './en/playground.js';
export { en } from './en.js';
export type { ErrorWords, Messages } from './messages.js';
