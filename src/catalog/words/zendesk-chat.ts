import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Support',
  methods: {
    bearerAuth: { label: 'Access token', description: 'A token that may read chats of your Zendesk.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'An OAuth token that was issued for Zendesk Chat.' },
    subdomain: { label: 'Zendesk subdomain', help: 'The part before `.zendesk.com` in the address you use for Zendesk.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
