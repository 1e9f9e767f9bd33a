/** The ways in which the demo can be run, chosen by `?backend=`. Each is a handler of its own on the demo's server. */
export const BACKENDS = ['current', 'seed', 'token', 'bearer'] as const;

export type BackendName = (typeof BACKENDS)[number];

/** Where the handler of a backend is mounted. */
export const endpointOf = (backend: BackendName): string => (backend === 'current' ? '/api/airbyte' : `/api/airbyte-${backend}`);

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
