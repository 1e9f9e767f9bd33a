import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Incidents',
  methods: {
    bearerAuth: { label: 'API key', description: 'A key that an incident.io administrator has made.' },
  },
  fields: {
    api_key: { label: 'API key', help: 'Made in incident.io’s settings, under API keys.' },
  },
};
