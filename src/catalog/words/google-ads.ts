import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    oauth2: { label: 'Sign in with Google', description: 'Allow access to Google Ads in a Google window. Nothing to copy.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Google app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Google app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Google app.' },
    developer_token: { label: 'Developer token', help: 'Of your Google Ads manager account.' },
    customer_id: { label: 'Customer ID', help: 'The 10 digits of the Google Ads account, without dashes.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
    conversion_window_days: { label: 'Conversion window in days', help: 'How many days a click may lead to a conversion.' },
  },
};
