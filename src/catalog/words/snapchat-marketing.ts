import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    oauth2: { label: 'Sign in with Snapchat', description: 'Allow access in a Snapchat window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Snapchat app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Snapchat app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Snapchat app.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
