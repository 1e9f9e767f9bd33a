/**
 * The route in a request's path. The base path may be there whole (also below a further prefix), in part, or not at all: routers differ
 * in what they strip. Slashes at the end do not count.
 */
export function routeOf(pathname: string, basePath: string): string {
  const path = withoutTrailingSlashes(pathname);
  const base = withoutTrailingSlashes(basePath);
  if (base === '') return path === '' ? '/' : path;
  const at = `${path}/`.indexOf(`${base}/`);
  if (at >= 0) return path.slice(at + base.length) || '/';
  for (const rest of endings(base)) if (path === rest || path.startsWith(`${rest}/`)) return path.slice(rest.length) || '/';
  return path || '/';
}

const withoutTrailingSlashes = (path: string) => path.replace(/\/+$/, '');

/** `/api/airbyte` ends with `/airbyte`. */
const endings = (base: string) =>
  base
    .split('/')
    .slice(2)
    .map((_, index, parts) => `/${parts.slice(index).join('/')}`);
