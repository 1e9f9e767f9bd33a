import { createLater } from '../../internal/index.js';

/** The screens after the first, and the words of every failure. They load when the flow opens, so that a network that goes away later takes none of them. */
export const laterScreens = createLater(() => import('./LaterScreen.js'));

export type LaterScreens = Awaited<ReturnType<typeof laterScreens.load>>;
