import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Meetings',
  methods: {
    bearerAuth: { label: 'API key', description: 'A key of your Granola workspace.' },
  },
  fields: {
    api_key: { label: 'API key' },
  },
};
