import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Messaging',
  methods: {
    basicAuth: { label: 'Account SID and auth token', description: 'The two values on the first page of Twilio’s console.' },
  },
  fields: {
    account_sid: { label: 'Account SID', help: 'It starts with `AC`.' },
    auth_token: { label: 'Auth token', help: 'Shown beside the account SID.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
