import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Email',
  methods: {
    bearerAuth: { label: 'API key', description: 'A key of one SendGrid account.' },
  },
  fields: {
    api_key: { label: 'API key', help: 'It starts with `SG.`.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
