import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'CRM',
  methods: {
    oauth2: { label: 'Sign in with HubSpot', description: 'The quickest way: allow access in a HubSpot window.' },
    hubspotPrivateApp: { label: 'Private app token', description: 'For accounts where an administrator has made a private app.' },
  },
  fields: {
    private_app_token: { label: 'Private app token', help: 'In HubSpot under Settings, Integrations, Private Apps. It starts with `pat-`.' },
  },
};
