import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Messaging',
  methods: {
    bearerAuth: { label: 'Bot token', description: 'For workspaces where somebody has made a Slack app.' },
    oauth2: { label: 'Sign in with Slack', description: 'Allow access in a Slack window. Nothing to copy.' },
  },
  fields: {
    bot_key: { label: 'Bot token', help: 'It starts with `xoxb-`. Slack shows it once the app is installed.' },
    client_id: { label: 'Client ID', help: 'Of your own Slack app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Slack app.' },
    access_token: { label: 'Access token', help: 'Issued to your own Slack app.' },
    start_date: { label: 'Start date', help: 'Data from before this date is not copied.' },
    lookback_window: { label: 'Look-back window in days' },
    join_channels: { label: 'Join public channels' },
  },
};
