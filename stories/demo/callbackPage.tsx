import { OAuthCallbackPage } from '../../src/index.js';
import { backendOf, endpointFor } from './backends.js';
import { renderPage } from './renderPage.js';

const backend = backendOf(location.search);

// The host's page at its `callbackUrl`, in connected.html: an entry of its own, so that the window loads nothing of the app.
renderPage(<OAuthCallbackPage endpoint={backend === 'token' ? null : endpointFor(backend, location)} appName="Fernway" />);
