import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Development',
  methods: {
    sentryAuth: { label: 'Auth token', description: 'A token of your Sentry organisation or of one of its users.' },
  },
  fields: {
    auth_token: { label: 'Auth token' },
    hostname: { label: 'Sentry host', help: '`sentry.io`, or the host of your own Sentry.' },
    organization: { label: 'Organisation slug', help: 'The short name of the organisation, as in its Sentry address.' },
    project: { label: 'Project slug', help: 'The short name of the project, as in its Sentry address.' },
  },
};
