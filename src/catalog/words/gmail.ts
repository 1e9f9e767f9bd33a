import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Email',
  methods: {
    oauth2: { label: 'Sign in with Google', description: 'Allow access to Gmail in a Google window. Nothing to copy.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Google app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Google app.' },
    client_id: { label: 'Client ID', help: 'Of your own Google app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Google app.' },
    include_spam_and_trash: { label: 'Include spam and trash' },
  },
};
