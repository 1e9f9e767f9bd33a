import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    oauth2: { label: 'Sign in with Amazon', description: 'Allow access in a Amazon window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Amazon Ads app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Amazon Ads app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Amazon Ads app.' },
    region: {
      label: 'Region',
      help: 'Where the advertising account is.',
      options: {
        'https://advertising-api.amazon.com': 'North America',
        'https://advertising-api-eu.amazon.com': 'Europe',
        'https://advertising-api-fe.amazon.com': 'Far East',
      },
    },
  },
};
