import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Forms',
  methods: {
    bearerAuth: { label: 'Personal access token', description: 'For a Typeform user who may see the forms to connect.' },
  },
  fields: {
    access_token: { label: 'Personal access token', help: 'It starts with `tfp_`.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
