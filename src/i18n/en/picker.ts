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
  count: (count: number) => (count === 1 ? '1 service' : `${count} services`),
  results: (count: number, query: string) => `${count === 1 ? '1 result' : `${count} results`} for “${query}”`,
  connected: (count: number) => (count === 1 ? 'Connected' : `${count} connected`),
  attention: 'Sign in again',
  failed: { title: 'The services could not be loaded', text: 'Nothing was changed. Try again in a moment.' },
  retry: 'Try again',
  noMatch: {
    title: (query: string) => `No service matches “${query}”`,
    text: 'Check the spelling, or look through all services.',
    request: (query: string) => `Request “${query}”`,
  },
  none: {
    title: 'No services to connect',
    text: (app: string | undefined) => `${app ?? 'This application'} does not offer any service yet.`,
  },
  request: { question: 'Don’t see your service?', action: 'Request it' },
  method: {
    recommended: 'Recommended',
    oauth: (service: string) => `You’ll sign in at ${service} in a new window.`,
    key: (service: string) => `Paste what ${service} gave you.`,
  },
};
