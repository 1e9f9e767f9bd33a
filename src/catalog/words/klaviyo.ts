import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Marketing',
  methods: {
    klaviyoApiKey: { label: 'Private API key', description: 'A key of one Klaviyo account.' },
  },
  fields: {
    api_key: { label: 'Private API key', help: 'It starts with `pk_`. The short public key does not work here.' },
  },
};
