/** Far more than any route of the handler has. */
const MAX = 200;

/** The path of an address as a log may have it: anybody may ask for a long one. */
export function pathForLog(url: string): string {
  const { pathname } = new URL(url);
  return pathname.length > MAX ? `${pathname.slice(0, MAX)}…` : pathname;
}
