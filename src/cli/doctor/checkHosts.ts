import { addressProblem } from './addressProblem.js';
import { type Finding, warning } from './finding.js';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether callback and handler are this machine by two names, which a browser takes for two sites. */
export function checkHosts(callbackUrl: string | undefined, handler: string | undefined): Finding[] {
  if (callbackUrl === undefined || handler === undefined || addressProblem(callbackUrl) !== null || addressProblem(handler) !== null) return [];
  const [page, backend] = [new URL(callbackUrl).hostname, new URL(handler).hostname];
  if (page === backend || !LOOPBACK.test(page) || !LOOPBACK.test(backend)) return [];
  const says = `The callback is on ${page} and the handler on ${backend}: two sites to a browser, which keeps no cookie of the one for the other, and sign-ins end in attempt_foreign.`;
  return [warning('callback', says, 'Use one of the two names for both, and to open your page.')];
}
