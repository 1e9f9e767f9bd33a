export { en } from './en.js';
export type { ErrorWords, Messages } from './messages.js';
