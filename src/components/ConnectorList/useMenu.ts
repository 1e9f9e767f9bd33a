'use client';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { placeMenu } from './placeMenu.js';

/** Opens with the first or the last item in focus. */
type Entry = 'first' | 'last';

/**
 * A menu button of the ARIA pattern over a `popover`: arrows, Home, End, Escape; Tab closes. The browser closes it on a click outside.
 * Items are the buttons with `role=menuitem` inside. Disabled, the button opens nothing and keeps its focus.
 */
export function useMenu(disabled: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const pressedOpen = useRef(false);
  const id = useId();

  const show = useCallback(
    (entry: Entry) => {
      if (disabled || menu.current === null || button.current === null || menu.current.matches(':popover-open')) return;
      menu.current.showPopover();
      placeMenu(menu.current, button.current);
      items(menu.current)
        .at(entry === 'first' ? 0 : -1)
        ?.focus();
    },
    [disabled],
  );
  const hide = useCallback(() => menu.current?.hidePopover(), []);

  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const onToggle = (event: Event) => setOpen('newState' in event && event.newState === 'open');
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, []);
  useFollow(open, menu, button);

  return {
    open,
    hide,
    buttonProps: {
      ref: button,
      id: `${id}button`,
      'aria-haspopup': 'menu',
      'aria-disabled': disabled,
      'aria-expanded': open,
      'aria-controls': `${id}menu`,
      // A press on the button closes an open menu before the click arrives, which must not open it again.
      onPointerDown: () => {
        pressedOpen.current = menu.current?.matches(':popover-open') ?? false;
      },
      onClick: () => {
        if (pressedOpen.current) hide();
        else show('first');
        pressedOpen.current = false;
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        show(event.key === 'ArrowDown' ? 'first' : 'last');
      },
    },
    menuProps: {
      ref: menu,
      id: `${id}menu`,
      role: 'menu',
      popover: 'auto',
      'aria-labelledby': `${id}button`,
      onKeyDown: (event: KeyboardEvent) => onMenuKey(event, menu.current, hide),
    },
  } as const;
}

function onMenuKey(event: KeyboardEvent, menu: HTMLElement | null, hide: () => void): void {
  if (menu === null) return;
  const all = items(menu);
  const at = all.findIndex((item) => item.matches(':focus'));
  const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === 'Tab') hide();
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

/** Keeps the open menu at its button while something scrolls. */
function useFollow(open: boolean, menu: { readonly current: HTMLElement | null }, button: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (!open) return;
    const follow = () => menu.current !== null && button.current !== null && placeMenu(menu.current, button.current);
    addEventListener('scroll', follow, { capture: true, passive: true });
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', follow);
    };
  }, [open, menu, button]);
}

const items = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
