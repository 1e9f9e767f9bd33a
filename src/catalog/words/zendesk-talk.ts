import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Support',
  methods: {
    zendeskOAuth: { label: 'Sign in with Zendesk', description: 'The quickest way: allow access in a Zendesk window.' },
    zendeskAPIToken: { label: 'API token', description: 'For accounts where an administrator has turned on token access.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Zendesk OAuth client.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Zendesk OAuth client.' },
    client_id: { label: 'Client ID', help: 'Of your own Zendesk OAuth client.' },
    client_secret: { label: 'Client secret', help: 'Of your own Zendesk OAuth client.' },
    email: { label: 'Email address', help: 'Of the Zendesk agent who made the token.' },
    api_token: { label: 'API token', help: 'Made in Zendesk’s Admin Center, under Apps and integrations, Zendesk API.' },
    subdomain: { label: 'Zendesk subdomain', help: 'The part before `.zendesk.com` in the address you use for Zendesk.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
