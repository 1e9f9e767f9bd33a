import type { FieldBranch } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';

/** What an alternative is called: by its schema, else by what kind of value it is. */
export const branchName = ({ label, valueType }: FieldBranch, words: Messages['form']): string => (valueType === null ? label : words.types[valueType]);
