import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'CRM',
  methods: {
    oauth2: { label: 'Sign in with HubSpot', description: 'The quickest way: allow access in a HubSpot window.' },
    hubspotPrivateApp: { label: 'Private app token', description: 'For accounts where an administrator has made a private app.' },
  },
  fields: {
    client_id: { label: 'Client ID', help: 'Of your own HubSpot app.' },
    client_secret: { label: 'Client secret', help: 'Of your own HubSpot app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own HubSpot app.' },
    access_token: { label: 'Access token', help: 'Issued to your own HubSpot app.' },
    private_app_token: { label: 'Private app token', help: 'In HubSpot under Settings, Integrations, Private Apps. It starts with `pat-`.' },
  },
};
