import { OAuthCallbackPage } from '../../src/index.js';
import { backendOf, endpointOf } from './backends.js';

/** The host's page at its `callbackUrl`. */
export function DemoCallback() {
  const backend = backendOf(location.search);
  return <OAuthCallbackPage endpoint={backend === 'token' ? null : endpointOf(backend)} appName="Fernway" />;
}
