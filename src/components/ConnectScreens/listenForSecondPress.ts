/** Two taps within this time and distance are one double tap: browsers count clicks of a mouse, but not taps. */
const TAP_MS = 300;
const TAP_PX = 16;

/**
 * Until the returned function is called, the second click of a double click and a key that is held down do nothing on a screen that the first
 * has brought: under them is another control now. The same where the first has opened the dialog around. Nor does a press that began on a
 * button while it worked, and ended when it could be pressed again.
 * @param around Holds the screens.
 * @param shown What is on the screen: another one is another screen.
 */
export function listenForSecondPress(around: HTMLElement, shown: () => unknown): () => void {
  let last: { shown: unknown; event: MouseEvent } | null = null;
  let atWork: Element | null = null;
  const onPointerDown = ({ target }: Event) => {
    atWork = target instanceof Element ? target.closest('[data-loading]') : null;
  };
  const onClick = (event: MouseEvent) => {
    const early = atWork;
    atWork = null;
    if (!isOurs(event.target)) return;
    const second = event.detail > 1 || (last !== null && isSecondTap(last.event, event));
    const stray = early?.contains(event.target) || (second && last?.shown !== shown());
    // A third click means the same screen as the first.
    last = { shown: stray ? last?.shown : shown(), event };
    if (!stray) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const listeners = new AbortController();
  const options = { capture: true, signal: listeners.signal };
  around.addEventListener('pointerdown', onPointerDown, options);
  around.addEventListener('click', onClick, options);
  around.addEventListener('keydown', onKeyDown, options);
  return () => listeners.abort();
}

const isSecondTap = (first: MouseEvent, event: MouseEvent): boolean =>
  event instanceof PointerEvent &&
  event.pointerType === 'touch' &&
  event.timeStamp - first.timeStamp < TAP_MS &&
  Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) < TAP_PX;

/** Whether a press is on the screens, on what asks in place of their foot, or on the kit's dialog itself: beside them stands what is the page's own. */
const isOurs = (target: EventTarget | null): target is Element =>
  target instanceof Element && (target.closest('[data-ack-slot=flow-screen], [data-ack-slot=discard]') !== null || target.matches('[data-ack-slot=dialog]'));

/** Each repeat of Enter would press a button once more, and each of Escape ask or close. Lines of a long text are another thing. */
function onKeyDown(event: KeyboardEvent): void {
  const held = event.repeat && (event.key === 'Enter' || event.key === 'Escape');
  if (held && isOurs(event.target) && !event.target.matches('textarea, [contenteditable]')) event.preventDefault();
}
