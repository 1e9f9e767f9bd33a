import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    facebookOAuth: { label: 'Sign in with Facebook', description: 'Allow access in a Facebook window. Nothing to copy.' },
    facebookServiceAuth: { label: 'System user token', description: 'For businesses where an administrator has made a system user.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Meta app.' },
    client_id: { label: 'Client ID', help: 'Of your own Meta app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Meta app.' },
    account_key: { label: 'System user token', help: 'An access token of a system user with access to the ad accounts.' },
    account_ids: { label: 'Ad account IDs', help: 'Digits only, without `act_`.' },
  },
};
