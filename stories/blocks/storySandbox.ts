import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { harbour } from '../fixtures/harbour.js';

/** An Airbyte in this page, whose consent page is a static file: it asks over a channel where to go on. */
export function createStorySandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ consentOrigin: location.origin, consentPath: '/ack-consent.html', ...options });
  const channel = new BroadcastChannel('ack-story-consent');
  channel.addEventListener('message', ({ data }) => {
    if (typeof data.address === 'string' && (data.decision === 'approve' || data.decision === 'deny')) {
      channel.postMessage({ address: data.address, next: sandbox.decideConsent(data.address, data.decision) });
    }
  });
  return sandbox;
}

/** The one that stories with a sign-in share, each as a user of its own: consent addresses are told apart by it. */
export const storySandbox = createStorySandbox({ definitions: [harbour] });
