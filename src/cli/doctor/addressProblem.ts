/** What keeps a text from being the address of a page or a handler, as the end of a sentence; null where nothing does. */
export function addressProblem(address: string): string | null {
  if (URL.canParse(address) && /^https?:\/\//i.test(address)) return null;
  return /^[\w.-]+(:\d+)?(\/|$)/.test(address) ? 'has no scheme' : 'is not an absolute address';
}
