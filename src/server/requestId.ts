const WELL_FORMED = /^[\w-]{1,128}$/;

/** Id of one piece of work: the given one where any log can hold it, else a new one. It is for finding, and proves nothing. */
export const idForLogs = (given: string | null | undefined): string => (given != null && WELL_FORMED.test(given) ? given : crypto.randomUUID());

/** The request's own id, where a proxy or a caller gave it one. */
export const requestIdOf = (request: Request): string => idForLogs(request.headers.get('x-request-id'));
