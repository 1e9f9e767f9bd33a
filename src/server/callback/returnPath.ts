/** No page is there: it only makes a path out of what is given. */
const NOWHERE = 'https://path.invalid';
/** What a browser drops or turns into a slash before it reads an address. */
const UNFIT = /[\p{Cc}\p{Cs}\\]/u;

/** The path and query, as a browser would read them. Null for anything that could lead off the origin. */
export function pathOf(given: string): { pathname: string; whole: string } | null {
  if (!given.startsWith('/') || UNFIT.test(given) || !URL.canParse(given, NOWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(given, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith('//')) return null;
  return { pathname, whole: `${pathname}${search}${hash}` };
}

/** The path to go back to, if its part before the query is on the host's list. */
export function allowedReturnPath(given: string, paths: readonly string[]): string | null {
  const path = pathOf(given);
  return path !== null && paths.some((allowed) => pathOf(allowed)?.pathname === path.pathname) ? path.whole : null;
}
