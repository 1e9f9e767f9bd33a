const number = new Intl.NumberFormat('en');
const guesses = new Intl.ListFormat('en', { type: 'disjunction' });

/** Of what was typed as much as a line holds. */
const MOST = 60;
const quoted = (typed: string) => (typed.length > MOST ? `“${[...typed].slice(0, MOST).join('')}…”` : `“${typed}”`);

/** Words of the picker and of the choice between ways to sign in. */
export const picker = {
  title: 'Connect your data',
  search: 'Search services',
  clear: 'Clear search',
  loading: 'Loading your services',
  list: 'Services',
  all: 'All services',
  suggested: 'Suggested',
  more: 'More services',
  count: (count: number) => (count === 1 ? '1 service' : `${number.format(count)} services`),
  results: (count: number, query: string) => `${count === 1 ? '1 result' : `${number.format(count)} results`} for ${quoted(query)}`,
  /** Beside a heading. */
  amount: (count: number) => number.format(count),
  /** A heading over guesses: nothing fits as it was typed. */
  near: (query: string) => `No service matches ${quoted(query)}. Did you mean one of these?`,
  /** The same, said aloud. */
  guesses: ({ query, names }: { query: string; names: readonly string[] }) => `No service matches ${quoted(query)}. Did you mean ${guesses.format(names)}?`,
  kind: { label: 'Kind of service', all: 'All kinds' },
  connected: (count: number) => (count === 1 ? 'Connected' : `${number.format(count)} connected`),
  attention: 'Sign in again',
  failed: { title: 'The services could not be loaded', text: 'Nothing was changed. Try again in a moment.' },
  /** In place of it, where an older list is still shown. */
  stale: { title: 'This list may be out of date', text: 'It could not be renewed. You can choose from it, or try again in a moment.' },
  retry: 'Try again',
  noMatch: {
    title: (query: string) => `No service matches ${quoted(query)}`,
    text: 'Check the spelling, or look through all services.',
    textOfKind: (kind: string) => `The search went through ${kind} only.`,
    allKinds: 'Search all kinds',
    request: (query: string) => `Request ${quoted(query)}`,
  },
  none: {
    title: 'No services to connect',
    text: (app: string | undefined) => `${app ?? 'This application'} does not offer any service yet.`,
    request: 'Request a service',
  },
  request: { question: 'Don’t see your service?', action: 'Request it' },
  method: {
    recommended: 'Recommended',
    oauth: (service: string) => `You’ll sign in at ${service} in a new window.`,
    key: (service: string) => `Paste what ${service} gave you.`,
  },
};
