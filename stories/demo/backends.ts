/** The ways in which the demo can be run, chosen by `?backend=`. Each is a handler of its own on the demo's server. */
export const BACKENDS = ['current', 'seed', 'token', 'bearer', 'elsewhere', 'elsewhere-seed'] as const;

export type BackendName = (typeof BACKENDS)[number];

/** Where the handler of a backend is mounted. */
export const endpointOf = (backend: BackendName): string => (backend === 'current' ? '/api/airbyte' : `/api/airbyte-${backend}`);

/** Whether a browser takes the backend to be on another site than the app: it keeps no cookie of it. */
export const isElsewhere = (backend: BackendName): boolean => backend.startsWith('elsewhere');

/** Where a page of the app finds the handler. */
export function endpointFor(backend: BackendName, page: URL | Location): string {
  return isElsewhere(backend) ? `${page.protocol}//127.0.0.1:${page.port}${endpointOf(backend)}` : endpointOf(backend);
}

/** The backend that an address asks for; the current generation when it names none. */
export function backendOf(search: string): BackendName {
  const asked = new URLSearchParams(search).get('backend');
  return BACKENDS.find((name) => name === asked) ?? 'current';
}

/** The people of the demo's user switch. */
export const USERS = [
  { id: 'ada', name: 'Ada', company: 'Corlett & Sons' },
  { id: 'ben', name: 'Ben', company: 'Brightwell' },
] as const;
