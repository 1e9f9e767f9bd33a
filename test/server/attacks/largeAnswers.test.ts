import { describe, expect, it } from 'vitest';
import { createBrowser, errorOf } from '../harness.js';
import { created, createWorld, ZENDESK } from '../world.js';

const MB = 1024 * 1024;

/** A handler whose operations are answered so many megabytes. */
async function answering(megabytes: number, type: string) {
  const { browser, another, sandbox } = createWorld();
  const { definition } = await (await browser('ada').call('GET', '/definitions/zendesk-support')).json();
  const { key, schema } = definition.methods.find(({ kind }: { kind: string }) => kind === 'key');
  const credentials = Object.fromEntries(Object.keys(schema.properties.credentials.properties).map((name) => [name, 'good']));
  const values = { ...ZENDESK.values, credentials };
  const id = await created(browser('ada'), { definition: 'zendesk-support', method: key, values });
  let read = 0;
  const piece = new TextEncoder().encode(' '.repeat(MB));
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!new URL(String(input)).pathname.endsWith('/execute')) return sandbox.fetch(input, init);
    const body = new ReadableStream({
      pull(controller) {
        if (read === megabytes) return controller.close();
        read += 1;
        controller.enqueue(piece);
      },
    });
    return new Response(body, { headers: { 'content-type': type } });
  };
  const ada = createBrowser(another({ fetch }).handler, 'ada');
  const run = (entity: string, action: string) => ada.call('POST', `/connectors/${id}/execute`, { body: { entity, action, params: { attachment_id: '1' } } });
  return { run, read: () => read };
}

describe('an answer of a service', () => {
  it('is not read beyond 10 MB where it is JSON', async () => {
    const { run, read } = await answering(40, 'application/json');
    expect(await errorOf(await run('tickets', 'list'))).toEqual({ status: 502, code: 'upstream_invalid' });
    expect(read()).toBeLessThan(15);
  });

  it('may have more where it is a file', async () => {
    const { run } = await answering(12, 'application/octet-stream');
    const response = await run('attachments', 'download');
    expect([response.status, (await response.blob()).size]).toEqual([200, 12 * MB]);
  });
});
