import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Project management',
  methods: {
    apiKeyAuth: { label: 'Personal API token', description: 'For a ClickUp user who may see the workspaces to connect.' },
  },
  fields: {
    api_key: { label: 'Personal API token', help: 'It starts with `pk_`.' },
  },
};
