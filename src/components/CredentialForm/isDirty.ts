export { isDirty, isFilled } from '../../form/index.js';
