import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Sales',
  methods: {
    oauth2: { label: 'Sign in with Gong', description: 'Allow access in a Gong window. Nothing to copy.' },
    basicAuth: { label: 'Access key', description: 'For companies where a Gong administrator has made a key.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Gong app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Gong app.' },
    client_id: { label: 'Client ID', help: 'Of your own Gong app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Gong app.' },
    access_key: { label: 'Access key', help: 'Made by a Gong administrator together with its secret.' },
    access_key_secret: { label: 'Access key secret', help: 'The other half of the access key.' },
  },
};
