/**
 * Hears a press that begins and ends beside the dialog, on its backdrop, until the returned function is called. A drag that has one end in
 * the dialog is none: whoever marks a text lets go where the hand happens to be.
 */
export function listenForOutsidePress(dialog: HTMLDialogElement, onPress: () => void): () => void {
  let pressed = false;
  const isOutside = (event: MouseEvent) => event.target === dialog && !holds(dialog.getBoundingClientRect(), event);
  const onPointerDown = (event: PointerEvent) => {
    pressed = isOutside(event);
  };
  const onClick = (event: MouseEvent) => {
    // The second click of a double click means what was there before the dialog.
    if (pressed && isOutside(event) && event.detail < 2) onPress();
    pressed = false;
  };
  dialog.addEventListener('pointerdown', onPointerDown);
  dialog.addEventListener('click', onClick);
  return () => {
    dialog.removeEventListener('pointerdown', onPointerDown);
    dialog.removeEventListener('click', onClick);
  };
}

/** The backdrop's events have the dialog as their target too: only the place tells them apart. */
const holds = ({ left, right, top, bottom }: DOMRect, { clientX, clientY }: MouseEvent): boolean =>
  clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
