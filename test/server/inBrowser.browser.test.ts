import { expect, it } from 'vitest';
import { createConnectHandler } from '../../src/server/index.js';

it('is not made in a page, whose bundle would hold the secret', () => {
  const options = { clientId: 'id', clientSecret: 'secret-of-a-bundle', authorize: () => null, callbackUrl: 'https://app.example.com/connected' };
  expect(() => createConnectHandler(options)).toThrow(
    expect.objectContaining({ code: 'handler_misconfigured', message: expect.stringContaining('in a browser') }),
  );
  expect(() => createConnectHandler(options)).not.toThrow('secret-of-a-bundle');
});
