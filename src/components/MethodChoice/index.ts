export { MethodChoice, type MethodChoiceProps, type MethodChoiceSlot } from './MethodChoice.js';
