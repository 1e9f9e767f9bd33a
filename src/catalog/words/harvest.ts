import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Time tracking',
  methods: {
    oauth2: { label: 'Sign in with Harvest', description: 'Allow access in a Harvest window. Nothing to copy.' },
    bearer: { label: 'Personal access token', description: 'For a Harvest user who prefers a token to the sign-in window.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own Harvest app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Harvest app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Harvest app.' },
    account_id: { label: 'Account ID', help: 'The number of the Harvest account. It is shown beside a personal access token.' },
    token: { label: 'Personal access token', help: 'Made in the developers section of Harvest ID.' },
    replication_start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
