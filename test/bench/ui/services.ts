import type { ConnectorDefinition } from '../../../src/core/index.js';

const KINDS = ['CRM', 'Payments', 'Files', 'Support', 'Advertising', 'Analytics', 'Commerce', 'Documents'];
const WORDS = ['Acme', 'Brook', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Harbour', 'Iris', 'Juniper', 'Kestrel', 'Lumen'];

/** So many services, no two of one name. */
export const services = (count: number): ConnectorDefinition[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `service-${place}`,
    slug: `service-${place}`,
    name: `${WORDS[place % WORDS.length]} ${WORDS[Math.floor(place / WORDS.length) % WORDS.length]} ${place}`,
    category: KINDS[place % KINDS.length] ?? null,
    iconUrl: null,
  }));
