import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Analytics',
  methods: {
    oauth2: { label: 'Sign in with Google', description: 'Allow access to Google Analytics in a Google window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Google app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Google app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Google app.' },
    property_ids: { label: 'Property IDs', help: 'Numbers of Google Analytics 4 properties.' },
  },
};
