import { nameFromKey } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';

/** The short name of an action: a word of `i18n`, else made from the identifier. */
export const actionName = ({ actions }: Messages['playground']['operations'], action: string): string =>
  (Object.hasOwn(actions, action) ? actions[action] : undefined) ?? nameFromKey(action);
