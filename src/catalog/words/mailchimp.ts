import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Marketing',
  methods: {
    basicAuth: { label: 'API key', description: 'A key of one Mailchimp account.' },
  },
  fields: {
    api_key: { label: 'API key', help: 'It ends with a dash and the data center, such as `-us6`.' },
    data_center: { label: 'Data center', help: 'What follows the dash at the end of the API key.' },
  },
};
