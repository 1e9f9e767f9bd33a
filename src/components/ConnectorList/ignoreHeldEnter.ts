import type { KeyboardEvent, KeyboardEventHandler } from 'react';

/**
 * The list's handlers. Each repeat of Enter would press what the first has brought: an item of the menu, the answer to a question. Lines of a
 * long text are another thing.
 * @param onKeyDown The host's, which hears every key.
 */
export const ignoreHeldEnter = (onKeyDown: KeyboardEventHandler<HTMLElement> | undefined) => ({
  onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
    onKeyDown?.(event);
    const { key, repeat, target } = event;
    if (key === 'Enter' && repeat && !(target instanceof Element && target.matches('textarea, [contenteditable]'))) event.preventDefault();
  },
});
