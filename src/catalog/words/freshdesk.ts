import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Support',
  methods: {
    basicAuth: { label: 'API key', description: 'The key of one Freshdesk agent.' },
  },
  fields: {
    api_key: { label: 'API key', help: 'Shown in the agent’s profile settings in Freshdesk.' },
    subdomain: { label: 'Freshdesk subdomain', help: 'The part before `.freshdesk.com` in the address you use for Freshdesk.' },
  },
};
