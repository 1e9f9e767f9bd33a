/** Slots that stand in no root with the mark of the version. The section around screens in a page is the host's own. */
export function unmarkedParts(surface: Element): string[] {
  const parts = [...surface.querySelectorAll('[data-ack-slot]:not(section[data-ack-slot="connect"])')];
  return parts.filter((part) => part.closest('[data-ack-version]') === null).map((part) => part.outerHTML.slice(0, 160));
}
