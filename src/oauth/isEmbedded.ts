/** Whether the page stands in a frame of another site: no consent page lets itself be shown there, so the frame can not be left for it. */
export function isEmbedded(page: Window = window): boolean {
  try {
    return page.top !== page && page.top?.location.origin !== page.location.origin;
  } catch {
    return true; // Another site's window does not tell its address.
  }
}
