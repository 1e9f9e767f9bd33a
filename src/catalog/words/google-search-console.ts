import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Analytics',
  methods: {
    oauth2: { label: 'Sign in with Google', description: 'Allow access to Search Console in a Google window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Google app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Google app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Google app.' },
    site_urls: { label: 'Site addresses', help: 'Each as it is in Search Console: `https://example.com/` or `sc-domain:example.com`.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
