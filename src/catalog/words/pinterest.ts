import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    oauth2: { label: 'Sign in with Pinterest', description: 'Allow access in a Pinterest window. Nothing to copy.' },
  },
  fields: {
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Pinterest app.' },
    client_id: { label: 'Client ID', help: 'Of your own Pinterest app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Pinterest app.' },
    start_date: { label: 'Start date', help: 'In the form `2024-01-31`. Data from before this date is not copied.' },
  },
};
