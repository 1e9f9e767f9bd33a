import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Analytics',
  methods: {
    basicAuth: { label: 'API key and secret key', description: 'The two keys of one Amplitude project.' },
  },
  fields: {
    api_key: { label: 'API key' },
    secret_key: { label: 'Secret key', help: 'Shown beside the API key of the same project.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
