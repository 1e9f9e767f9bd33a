import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Project management',
  methods: {
    oauth2: { label: 'Sign in with Asana', description: 'Allow access in a Asana window. Nothing to copy.' },
    personalAccessToken: { label: 'Personal access token', description: 'For an Asana user who prefers a token to the sign-in window.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Asana app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Asana app.' },
    client_id: { label: 'Client ID', help: 'Of your own Asana app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Asana app.' },
    token: { label: 'Personal access token', help: 'Made in Asana’s developer console. It sees what its user sees.' },
  },
};
