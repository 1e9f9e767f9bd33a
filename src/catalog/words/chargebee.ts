import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Billing',
  methods: {
    basicAuth: { label: 'API key', description: 'A key of one Chargebee site.' },
  },
  fields: {
    api_key: { label: 'API key', help: 'Of the same site: a test key opens a test site only.' },
    site: { label: 'Chargebee site', help: 'The part before `.chargebee.com` in the address you use for Chargebee.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
