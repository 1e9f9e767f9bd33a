const ATTEMPT_COOKIE = /^(?:__Host-)?ack-([A-Za-z0-9_-]{16,64})$/;

/** Whether the cookies of attempts are `__Host-` and Secure. Only a callback page that is http on loopback does without. */
export type CookieKind = 'secure' | 'loopback';

export interface AttemptCookie {
  attemptId: string;
  value: string;
}

const nameOf = (attemptId: string, kind: CookieKind) => (kind === 'secure' ? `__Host-ack-${attemptId}` : `ack-${attemptId}`);

/** The attempts whose cookies of this kind came with the request. A name that comes twice counts once. */
export function attemptCookies(request: Request, kind: CookieKind): AttemptCookie[] {
  const found = new Map<string, string>();
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const attemptId = ATTEMPT_COOKIE.exec(name)?.[1];
    if (at > 0 && attemptId !== undefined && name === nameOf(attemptId, kind) && !found.has(attemptId)) found.set(attemptId, pair.slice(at + 1).trim());
  }
  return [...found].map(([attemptId, value]) => ({ attemptId, value }));
}

/** `Path=/` whatever the base path is: the `__Host-` prefix demands it. An empty value with 0 seconds ends the cookie. */
export function attemptCookie({ attemptId, value, kind, seconds }: AttemptCookie & { kind: CookieKind; seconds: number }): string {
  return `${nameOf(attemptId, kind)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${kind === 'secure' ? '; Secure' : ''}`;
}
