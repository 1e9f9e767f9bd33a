import { createLater } from '../../internal/index.js';
import { formTrouble } from '../CredentialForm/formTrouble.js';
import { moreControls } from '../CredentialForm/moreControls.js';

/** The screens with a form, with all that a form draws, so that none of it appears late. They load while a service is picked, or its definition loads. */
export const formScreens = createLater(async () => {
  const [screens] = await Promise.all([import('./formScreens.js'), moreControls.load(), formTrouble.load()]);
  return screens;
});

export type FormScreens = Awaited<ReturnType<typeof formScreens.load>>;
