import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Support',
  methods: {
    bearerAuth: { label: 'Access token', description: 'The token of an app in your Intercom workspace.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Shown in Intercom’s developer hub, under the app’s authentication.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
