import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Development',
  methods: {
    githubOAuth: { label: 'Sign in with GitHub', description: 'Allow access in a GitHub window. Nothing to copy.' },
    githubPAT: { label: 'Personal access token', description: 'For a GitHub user who prefers a token to the sign-in window.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own GitHub app.' },
    token: { label: 'Personal access token', help: 'It starts with `ghp_` or `github_pat_`.' },
    repositories: { label: 'Repositories', help: 'Each as `owner/name`, or `owner/*` for all of one owner.' },
  },
};
