import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Project management',
  methods: {
    mondayOAuth: { label: 'Sign in with monday.com', description: 'Allow access in a monday.com window. Nothing to copy.' },
    mondayApiToken: { label: 'API token', description: 'For a monday.com user who prefers a token to the sign-in window.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own monday.com app.' },
    client_id: { label: 'Client ID', help: 'Of your own monday.com app.' },
    client_secret: { label: 'Client secret', help: 'Of your own monday.com app.' },
    api_key: { label: 'API token', help: 'The personal token of a monday.com user.' },
  },
};
