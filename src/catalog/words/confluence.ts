import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Documents',
  methods: {
    basicAuth: { label: 'API token', description: 'An Atlassian account’s email address and an API token of it.' },
  },
  fields: {
    username: { label: 'Email address', help: 'Of the Atlassian account that made the token.' },
    password: { label: 'API token', help: 'Made in the security settings of the Atlassian account. Not the password.' },
    subdomain: { label: 'Atlassian subdomain', help: 'The part before `.atlassian.net` in the address you use for Confluence.' },
  },
};
