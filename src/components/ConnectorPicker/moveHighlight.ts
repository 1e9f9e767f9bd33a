export type Direction = 'up' | 'down' | 'before' | 'after' | 'first' | 'last';

/**
 * The option to highlight next, by where options stand on the screen: the same keys fit rows and cards. Up and down keep the column.
 * At an end of the list it stays; from none it begins at the first, or with `up` at none.
 */
export function moveHighlight(options: readonly HTMLElement[], current: HTMLElement | null, direction: Direction): HTMLElement | null {
  if (direction === 'first' || direction === 'last') return options.at(direction === 'first' ? 0 : -1) ?? null;
  const index = current === null ? -1 : options.indexOf(current);
  if (current === null || index === -1) return direction === 'up' || direction === 'before' ? null : (options[0] ?? null);
  if (direction === 'before') return options[index - 1] ?? current;
  if (direction === 'after') return options[index + 1] ?? current;
  const down = direction === 'down';
  const onTheWay = down ? options.slice(index + 1) : options.slice(0, index).reverse();
  return inNextRow(onTheWay, current.getBoundingClientRect(), down) ?? current;
}

/** Of the nearest row beyond the current one, the option whose middle is nearest. `options` begin at the current one. */
function inNextRow(options: readonly HTMLElement[], from: DOMRect, down: boolean): HTMLElement | null {
  let best: { option: HTMLElement; distance: number } | null = null;
  let row: number | null = null;
  for (const option of options) {
    const rect = option.getBoundingClientRect();
    if (down ? rect.top < from.bottom - 1 : rect.bottom > from.top + 1) continue;
    if (row !== null && Math.abs(rect.top - row) > 1) break;
    row = rect.top;
    const distance = Math.abs(rect.left + rect.right - from.left - from.right);
    if (best === null || distance < best.distance) best = { option, distance };
  }
  return best?.option ?? null;
}
