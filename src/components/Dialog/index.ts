export { type CloseGuard, useCloseGuard } from './closeGuard.js';
export { Dialog, type DialogProps } from './Dialog.js';
