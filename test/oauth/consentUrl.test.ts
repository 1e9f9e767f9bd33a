import { describe, expect, it } from 'vitest';
import { consentUrl } from '../../src/oauth/consentUrl.js';

describe('a consent address', () => {
  it.each(['https://app.hubspot.com/oauth?x=1', 'http://localhost:4000/consent', 'http://127.0.0.1/consent', 'http://[::1]:80/consent'])(
    'is opened: %s',
    (address) => {
      expect(consentUrl(address)).toBeInstanceOf(URL);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.com/',
    'http://localhost.example.com/',
    'about:blank',
    '/consent',
    '',
    'blob:https://a.example/1',
  ])('is refused: %j', (address) => {
    expect(() => consentUrl(address)).toThrowError(expect.objectContaining({ code: 'consent_url_refused' }));
  });
});
