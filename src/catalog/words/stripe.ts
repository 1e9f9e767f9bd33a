import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Payments',
  methods: {
    bearerAuth: { label: 'Secret key', description: 'A key of one Stripe account.' },
  },
  fields: {
    api_key: { label: 'Secret key', help: 'A restricted key with read access is enough. It starts with `rk_` or `sk_`.' },
    account_id: { label: 'Account ID', help: 'Starts with `acct_`. It is shown in the Stripe dashboard under Settings, Business.' },
  },
};
