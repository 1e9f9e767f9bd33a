export { DateControl, DateTimeControl } from './DateControl.js';
export { HeldSecret } from './HeldSecret.js';
export { JsonControl } from './JsonControl.js';
export { ListField } from './ListField.js';
export { MultilineSecretControl } from './MultilineSecretControl.js';
export { KeepSavedButton, SavedSecret } from './SavedSecret.js';
export { TagsControl } from './TagsControl.js';
