import type { CatalogWords } from '../types.js';

export const words: CatalogWords = {
  category: 'Files',
  methods: {
    oauth2: { label: 'Sign in with Google', description: 'Allow access to Google Drive in a Google window. Nothing to copy.' },
  },
  fields: {
    access_token: { label: 'Access token', help: 'Issued to your own Google app.' },
    refresh_token: { label: 'Refresh token', help: 'Issued to your own Google app.' },
    client_id: { label: 'Client ID', help: 'Of your own Google app.' },
    client_secret: { label: 'Client secret', help: 'Of your own Google app.' },
    folder_url: { label: 'Folder address', help: 'The address of a folder: it starts with `https://drive.google.com/drive/folders/`.' },
    streams: { label: 'Streams', help: 'A JSON list that says which files to read and how. One item for each kind of file.' },
  },
};
