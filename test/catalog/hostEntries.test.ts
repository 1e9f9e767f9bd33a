import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSandbox, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox.js';
import { createBrowser, errorOf, makeHandler } from '../server/harness.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let consoleError: ReturnType<typeof silence>;
beforeEach(() => {
  consoleError = silence();
});
afterEach(() => consoleError.mockRestore());

it('the handler names a mistake in a host’s entry in the log, at the first request', async () => {
  // SAFETY: what a host without types may pass.
  const { handler } = makeHandler({ catalog: { stripe: { opertions: [] } as never } });
  const response = await createBrowser(handler, 'ada').call('GET', '/definitions');
  expect(await errorOf(response)).toEqual({ status: 500, code: 'handler_misconfigured' });
  expect(consoleError.mock.calls).toEqual([[expect.stringContaining('createConnectHandler: `catalog.stripe.opertions` is no key that is known here')]]);
});

it('the handler offers a service in the host’s words', async () => {
  const sandbox = createSandbox();
  const { handler } = makeHandler({
    clientId: SANDBOX_CLIENT_ID,
    clientSecret: SANDBOX_CLIENT_SECRET,
    fetch: sandbox.fetch,
    catalog: { stripe: { name: 'Card payments', words: { fields: { api_key: { label: 'Finance key' } } } } },
  });
  const browser = createBrowser(handler, 'ada');
  const { definition } = await (await browser.call('GET', '/definitions/stripe')).json();
  expect(definition.name).toBe('Card payments');
  expect(definition.methods[0].schema.properties.credentials.properties.api_key.title).toBe('Finance key');
});
