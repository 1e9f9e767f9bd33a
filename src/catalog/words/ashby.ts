import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Recruiting',
  methods: {
    ashbyBasicAuth: { label: 'API key', description: 'A key that an Ashby administrator has made.' },
  },
  fields: {
    api_key: { label: 'API key' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
