import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'E-commerce',
  methods: {
    basicAuth: { label: 'Consumer key and secret', description: 'A pair of REST API keys of your shop.' },
  },
  fields: {
    api_key: { label: 'Consumer key', help: 'It starts with `ck_`.' },
    api_secret: { label: 'Consumer secret', help: 'It starts with `cs_`. WooCommerce shows it once, when the key is made.' },
    shop: { label: 'Shop domain', help: 'The domain of your shop, without `https://`.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
