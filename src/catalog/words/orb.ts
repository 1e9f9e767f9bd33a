import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Billing',
  methods: {
    bearerAuth: { label: 'API key', description: 'A key of one Orb account.' },
  },
  fields: {
    api_key: { label: 'API key' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
