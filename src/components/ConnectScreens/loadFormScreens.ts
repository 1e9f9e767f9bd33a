import { createLater } from '../../internal/index.js';
import { formTrouble } from '../CredentialForm/formTrouble.js';
import { moreControls } from '../CredentialForm/moreControls.js';
import { laterScreens } from './loadLaterScreens.js';

/** The screens with a form, with all that a form draws and what follows it, so that none of it appears late. They load while a service is picked, or its definition loads. */
export const formScreens = createLater(async () => {
  const [screens] = await Promise.all([import('./formScreens.js'), moreControls.load(), formTrouble.load(), laterScreens.load()]);
  return screens;
});

export type FormScreens = Awaited<ReturnType<typeof formScreens.load>>;
