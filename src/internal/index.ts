export { mergeRefs } from './mergeRefs.js';
export { MessagesProvider, useMessages } from './messages.js';
export { RichText } from './RichText.js';
export { createSlots, joinClasses, type SlotProps, slotProps } from './slots.js';
export { type CopyState, useCopy } from './useCopy.js';
