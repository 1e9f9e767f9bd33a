import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Advertising',
  methods: {
    hosted_oauth: { label: 'Sign in with TikTok', description: 'Allow access in a TikTok window. Nothing to copy.' },
    oauth: { label: 'Access token', description: 'For advertisers who have their own TikTok app.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'A long-lived token that TikTok for Business has issued.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
