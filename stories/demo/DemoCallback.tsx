import { OAuthCallbackPage } from '../../src/index.js';
import { backendOf, endpointFor } from './backends.js';

/** The host's page at its `callbackUrl`. */
export function DemoCallback() {
  const backend = backendOf(location.search);
  return <OAuthCallbackPage endpoint={backend === 'token' ? null : endpointFor(backend, location)} appName="Fernway" />;
}
