import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Support',
  methods: {
    bearerAuth: { label: 'API token', description: 'A token that a Pylon administrator has made.' },
  },
  fields: {
    api_token: { label: 'API token' },
  },
};
