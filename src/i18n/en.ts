import { callback } from './en/callback.js';
import { controls } from './en/controls.js';
import { errors } from './en/errors.js';
import { flow } from './en/flow.js';
import { form } from './en/form.js';
import { manager } from './en/manager.js';
import { paste } from './en/paste.js';
import { picker } from './en/picker.js';
import { playground } from './en/playground.js';
import { reason } from './en/reason.js';

/** All words of the kit. English says which there are. */
export interface Messages {
  picker: typeof picker;
  flow: typeof flow;
  form: typeof form;
  controls: typeof controls;
  paste: typeof paste;
  errors: typeof errors;
  manager: typeof manager;
  playground: typeof playground;
  callback: typeof callback;
  reason: typeof reason;
}

/** English, the kit's first language. Sentences are functions of what they name, so that every language can order them as it likes. */
export const en: Messages = { picker, flow, form, controls, paste, errors, manager, playground, callback, reason };
