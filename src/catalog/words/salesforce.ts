import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'CRM',
  methods: {
    oauth2: { label: 'Sign in with Salesforce', description: 'Allow access in a Salesforce window. Nothing to copy.' },
  },
  fields: {
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Salesforce app.' },
    client_id: { label: 'Client ID', help: 'Of your own Salesforce app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Salesforce app.' },
    instance_url: { label: 'Instance address', help: 'The address of your Salesforce organisation: it starts with `https://`.' },
  },
};
