import { describe, expect, it } from 'vitest';
import { createBrowser } from '../harness.js';
import { created, createWorld } from '../world.js';

const ZENDESK_KEY = {
  definition: 'zendesk-support',
  method: 'zendeskAPIToken',
  values: { environment: { subdomain: 'acme' }, credentials: { email: 'a@b.example', api_token: 't' } },
};

/** A file as somebody stored it at the service, for others to open. */
async function download(headers: Record<string, string>): Promise<Response> {
  const world = createWorld();
  const fetch: typeof globalThis.fetch = async (input, init) =>
    String(input).endsWith('/execute') ? new Response('<script>window.ran = true</script>', { headers }) : world.sandbox.fetch(input, init);
  const ada = createBrowser(world.another({ fetch }).handler, 'ada');
  const id = await created(ada, ZENDESK_KEY);
  return ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'attachments', action: 'download', params: { attachment_id: 1 } } });
}

const TYPES = [
  'text/html',
  'text/html; charset=utf-7',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'application/javascript',
  'text/html, text/plain',
  '',
  'a b',
  'multipart/x-mixed-replace',
];
const DISPOSITIONS = [
  'inline',
  'inline; filename="page.html"',
  'attachment; filename="a\\"; x=\\"b.html"',
  "attachment; filename*=UTF-8''%0d%0aset-cookie%3a%20evil=1.html",
  "attachment; filename*=UTF-8''..%2f..%2fetc%2fpasswd",
  'attachment; filename="../../boot.ini"',
  'attachment; filename="\u202egnp.exe"',
  'form-data; name=x',
];

describe('a file with a script in it', () => {
  it.each(TYPES)('is saved and never run, as %j', async (type) => {
    const response = await download({ 'content-type': type, 'content-disposition': 'inline; filename="x.html"' });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await response.text()).toContain('window.ran');
  });

  it.each(DISPOSITIONS)('has a name of one header and one folder: %j', async (disposition) => {
    const { headers } = await download({
      'content-type': 'text/html',
      'content-disposition': encodeURI(disposition).replaceAll('%25', '%').replaceAll('%20', ' ').replaceAll('%22', '"').replaceAll('%5C', '\\'),
    });
    const answer = headers.get('content-disposition') ?? '';
    expect(answer).toMatch(/^attachment; filename="[\w.\- ]*"; filename\*=UTF-8''[\w.~!$&+%-]*$/);
    expect(decodeURIComponent(answer.split("UTF-8''")[1] ?? '')).not.toMatch(/[/\\]/);
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('brings no header of the service along', async () => {
    const { headers } = await download({
      'content-type': 'text/html',
      'set-cookie': 'evil=1',
      location: 'https://evil.example',
      refresh: '0; url=https://evil.example',
      'access-control-allow-origin': '*',
      'clear-site-data': '"*"',
      'content-security-policy': 'script-src *',
      link: '<https://evil.example>; rel=preload',
    });
    expect(JSON.stringify([...headers])).not.toMatch(/evil|clear-site-data|script-src|"\*"/);
  });
});
