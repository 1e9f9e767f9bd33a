import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'E-commerce',
  methods: {
    shopifyAccessToken: { label: 'Admin API access token', description: 'The token of a custom app in your shop.' },
  },
  fields: {
    api_key: { label: 'Admin API access token', help: 'It starts with `shpat_`. Shopify shows it once, when the app is installed.' },
    shop: { label: 'Shop name', help: 'The part before `.myshopify.com` in the shop’s address.' },
  },
};
