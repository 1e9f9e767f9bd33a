import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Payments',
  methods: {
    oauth2: { label: 'Sign in with PayPal', description: 'Allow access in a PayPal window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own PayPal app.' },
    client_secret: { label: 'Client secret', help: 'Of your own PayPal app.' },
    access_token: { label: 'Access token', help: 'Left blank, one is made from the client ID and secret.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
