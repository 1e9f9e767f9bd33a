import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'CRM',
  methods: {
    oauth2: { label: 'Sign in with Zoho', description: 'Allow access in a Zoho window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Zoho app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Zoho app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Zoho app.' },
    dc_region: {
      label: 'Data center',
      help: 'Where the Zoho account is: as at the end of the address you use for Zoho.',
      options: { com: 'United States', 'com.au': 'Australia', eu: 'Europe', in: 'India', 'com.cn': 'China', jp: 'Japan' },
    },
  },
};
