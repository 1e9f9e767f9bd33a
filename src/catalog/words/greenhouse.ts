import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Recruiting',
  methods: {
    basicAuth: { label: 'Harvest API key', description: 'For companies where a Greenhouse administrator has made a key.' },
  },
  fields: {
    api_key: { label: 'Harvest API key', help: 'A Greenhouse key of the type Harvest.' },
  },
};
