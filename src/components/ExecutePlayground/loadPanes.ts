import { createLater } from '../../internal/index.js';

/** Loads the panes, for a test or a page that can not wait for them. */
export const playgroundPanes = createLater(() => import('./panes.js'));

export type PlaygroundPanes = Awaited<ReturnType<typeof playgroundPanes.load>>;
