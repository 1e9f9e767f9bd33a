import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    oauth2: { label: 'Sign in with LinkedIn', description: 'Allow access in a LinkedIn window. Nothing to copy.' },
  },
  fields: {
    refresh_token: { label: 'Refresh token', help: 'Issued to your own LinkedIn app.' },
    client_id: { label: 'Client ID', help: 'Of your own LinkedIn app.' },
    client_secret: { label: 'Client secret', help: 'Of your own LinkedIn app.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
