/** Pixels between the menu and its button, and between the menu and the window's edge. */
const GAP = 4;
const EDGE = 8;

/** Puts an open popover at the inline end below its button, above it where there is no room. Only ever through CSSOM. */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { width, height } = menu.getBoundingClientRect();
  const at = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  const top = below + height <= clientHeight - EDGE || above < EDGE ? below : above;
  const start = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width;
  menu.style.setProperty('top', `${Math.max(EDGE, Math.min(top, clientHeight - EDGE - height))}px`);
  menu.style.setProperty('left', `${Math.max(EDGE, Math.min(start, clientWidth - EDGE - width))}px`);
}
