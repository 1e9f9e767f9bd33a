/** Whether the consent comes back to the handler's own `GET /callback` and not to a page of the host. */
export function isOwnCallback(callbackUrl: string, basePath: string): boolean {
  const path = (text: string) => text.replace(/\/+$/, '');
  return path(new URL(callbackUrl).pathname).endsWith(`${path(basePath)}/callback`);
}
