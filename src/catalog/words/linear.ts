import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Project management',
  methods: {
    apiKeyAuth: { label: 'Personal API key', description: 'For a Linear user who may see the teams to connect.' },
  },
  fields: {
    api_key: { label: 'Personal API key', help: 'It starts with `lin_api_`.' },
  },
};
