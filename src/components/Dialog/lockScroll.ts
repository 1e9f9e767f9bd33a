/** Set on the root while a dialog is open over a page that scrolls; with the value `gutter` the stylesheet keeps the room of its scrollbar. */
const ATTRIBUTE = 'data-ack-scroll-locked';
let locks = 0;

/** Holds the page behind a dialog. The page goes free with the last dialog. */
export function lockScroll(): () => void {
  const root = document.documentElement;
  locks += 1;
  if (locks === 1 && root.scrollHeight > root.clientHeight) root.setAttribute(ATTRIBUTE, window.innerWidth > root.clientWidth ? 'gutter' : '');
  return () => {
    locks -= 1;
    if (locks === 0) root.removeAttribute(ATTRIBUTE);
  };
}
