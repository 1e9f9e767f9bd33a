import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Development',
  methods: {
    gitlabPAT: { label: 'Access token', description: 'A personal, group or project access token.' },
    gitlabOAuth: { label: 'Sign in with GitLab', description: 'Allow access in a GitLab window. Nothing to copy.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'A token that may read the API. Personal ones start with `glpat-`.' },
    client_id: { label: 'Client ID', help: 'Of your own GitLab app.' },
    client_secret: { label: 'Client secret', help: 'Of your own GitLab app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own GitLab app.' },
    api_url: { label: 'GitLab host', help: '`gitlab.com`, or the host of your own GitLab.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
  },
};
