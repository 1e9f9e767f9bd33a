const WELL_FORMED = /^[\w-]{1,128}$/;

/** The request's own id, where a proxy or a caller gave it one that any log can hold; else a new one. It is for logs and proves nothing. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && WELL_FORMED.test(given) ? given : crypto.randomUUID();
}
