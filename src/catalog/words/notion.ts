import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Documents',
  methods: {
    notionOAuth: { label: 'Sign in with Notion', description: 'Allow access in a Notion window. Nothing to copy.' },
    notionBearerToken: { label: 'Integration token', description: 'For workspaces where an owner has made an internal integration.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Notion app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Notion app.' },
    access_token: { label: 'Access token', help: 'Issued to your own Notion app.' },
    token: { label: 'Integration token', help: 'The secret of an internal integration. Share with it the pages to connect.' },
  },
};
