import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Databases',
  methods: {
    bearerAuth: { label: 'Personal access token', description: 'For an Airtable user who may open the bases to connect.' },
  },
  fields: {
    personal_access_token: { label: 'Personal access token', help: 'Made in Airtable’s builder hub. It starts with `pat`.' },
  },
};
