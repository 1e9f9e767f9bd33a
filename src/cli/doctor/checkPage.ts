import { addressProblem } from './addressProblem.js';
import { allows, type Policy, readPolicies } from './csp.js';
import { error, type Finding, ok, warning } from './finding.js';
import { type Looked, look } from './look.js';

export interface PageInput {
  page: string;
  /** Where the handler answers. @default the page's own origin */
  handler: string | undefined;
  fetch: typeof fetch;
}

/** What the headers of a page do to the kit in it. */
export async function checkPage({ page, handler, fetch }: PageInput): Promise<Finding[]> {
  const problem = addressProblem(page);
  if (problem !== null) return [error('page', `${page} ${problem}.`, 'Give the whole address, with https.')];
  const answer = await look(fetch, page);
  if (answer === null) return [error('page', `${page} does not answer.`, 'Check the address, DNS and TLS.')];
  const policies = readPolicies(answer.headers.get('content-security-policy'));
  const found = [...isolation(page, answer), ...policies.flatMap((policy) => policyFindings(policy, page, handler))];
  return found.length > 0 ? found : [ok('page', `The headers of ${page} let the kit work.`)];
}

function isolation(page: string, { headers }: Looked): Finding[] {
  const policy = headers.get('cross-origin-opener-policy')?.split(';')[0]?.trim();
  if (policy !== 'same-origin') return [];
  const says = `${page} sends Cross-Origin-Opener-Policy: same-origin, which cuts it from the window that signs in: a closed window is not noticed.`;
  return [warning('page', says, 'Send same-origin-allow-popups on the pages that connect, if they need no cross-origin isolation.')];
}

function policyFindings(policy: Policy, page: string, handler: string | undefined): Finding[] {
  const { origin } = new URL(page);
  const own = new URL('/ack.js', origin);
  const backend = new URL(handler ?? '/api/airbyte', origin);
  const needs = [
    ['connect-src', backend, `requests to the handler at ${backend.origin}`, backend.origin === origin ? "'self'" : backend.origin],
    ['style-src', own, 'the stylesheet', "'self', or where your styles come from"],
    ['script-src', own, 'scripts of the page’s own origin', "'self', or where your scripts come from"],
  ] as const;
  const blocked = needs.filter(([directive, url]) => !allows(policy, directive, url, origin) && !hasOwnProof(policy, directive));
  const findings = blocked.map(([directive, , what, source]) =>
    error('page', `The Content-Security-Policy of ${page} stops ${what}.`, `Add ${source} to ${directive}.`),
  );
  const box = policy.get('sandbox');
  if (box === undefined || box.includes('allow-popups')) return findings;
  return [
    ...findings,
    error('page', `The Content-Security-Policy of ${page} is a sandbox without windows: no sign-in can open.`, 'Add allow-popups to sandbox.'),
  ];
}

/** A nonce or a hash lets in what the page itself names. */
function hasOwnProof(policy: Policy, directive: string): boolean {
  if (directive === 'connect-src') return false;
  const sources = policy.get(directive) ?? policy.get('default-src') ?? [];
  return sources.some((source) => /^'(nonce-|sha\d{3}-|strict-dynamic)/.test(source)) || sources.some((source) => !source.startsWith("'"));
}
