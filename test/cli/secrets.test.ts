import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askSecret, runCli } from '../../src/cli/index.js';
import { createSandbox, SANDBOX_CLIENT_ID } from '../../src/sandbox/index.js';
import { CREDENTIALS, terminal } from './terminal.js';

describe('an argument that looks like a secret', () => {
  it.each([
    ['by its option', ['doctor', '--client-secret', 'abc']],
    ['by its option with a value', ['doctor', '--api-key=abc']],
    ['as an id of the application', ['doctor', '--client-id', 'abc']],
    ['by its name', ['oauth-app', 'set', 'hubspot', 'client_secret=abc']],
    ['by its looks', ['oauth-app', 'set', 'hubspot', 'sk_live_51HxYt0marked0Zq']],
    ['as a JWT', ['enable', 'eyJhbGciOiJI.eyJzdWIiOiIx.c2ln']],
    ['as the value of another option', ['enable', 'hubspot', '--organization=Zm9vYmFyMTIzNDU2Nzg5MDEyMw==']],
    ['as what the environment holds', ['enable', CREDENTIALS.AIRBYTE_CLIENT_SECRET]],
  ])('is refused %s, without a word of it and without a request', async (_, args) => {
    const { world, printed } = terminal({ env: CREDENTIALS });
    expect(await runCli(args, world)).toBe(2);
    expect(printed.out).toBe('');
    expect(printed.err).toMatch(/^One argument looks like a secret\./);
    for (const part of ['abc', 'marked', 'eyJ', 'Zm9v', CREDENTIALS.AIRBYTE_CLIENT_SECRET]) expect(printed.err).not.toContain(part);
  });

  it.each(['google-analytics-data-api-v4', 'zendesk-support', '45b7d7e6-d7d5-4f31-8c1a-9fd96ce6ee35', 'Microsoft Dynamics 365 Business Central'])(
    'is not %s',
    async (name) => {
      const { fetch } = createSandbox();
      const { world, printed } = terminal({ env: CREDENTIALS, fetch });
      expect(await runCli(['enable', name], world)).toBeLessThan(2);
      expect(printed.err).not.toContain('secret');
    },
  );
});

describe('the credentials', () => {
  it('are asked for where the environment has none, and printed nowhere', async () => {
    const { fetch } = createSandbox();
    const { world, printed, asked } = terminal({ fetch, typed: [SANDBOX_CLIENT_ID, CREDENTIALS.AIRBYTE_CLIENT_SECRET] });
    expect(await runCli(['enable', 'hubspot'], world)).toBe(0);
    expect(asked).toEqual(['Client id of the Airbyte application', 'Its client secret']);
    expect(printed).toEqual({ out: 'HubSpot is enabled already.\n', err: '' });
  });

  it.each([[[]], [['id only']]])('are needed: %j was typed', async (typed) => {
    const { world, printed } = terminal({ typed });
    expect(await runCli(['enable', 'hubspot'], world)).toBe(2);
    expect(printed.err).toMatch(/^Set AIRBYTE_CLIENT_ID and AIRBYTE_CLIENT_SECRET/);
  });

  it('stay out of a failure', async () => {
    const { fetch } = createSandbox();
    const { world, printed } = terminal({ env: { AIRBYTE_CLIENT_ID: 'id-marked', AIRBYTE_CLIENT_SECRET: 'secret-marked' }, fetch });
    expect(await runCli(['enable', 'hubspot'], world)).toBe(1);
    expect(printed.err).toMatch(/^Airbyte answered 401 to token: .*\n {2}-> Check AIRBYTE_CLIENT_ID/);
    expect(printed.err).not.toContain('marked');
  });
});

describe('a question for a secret', () => {
  function person() {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    let shown = '';
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
    });
    return { input, output, shown: () => shown };
  }

  it('shows the label and nothing of what is typed', async () => {
    const { input, output, shown } = person();
    const answer = askSecret({ input, output }, 'Client secret');
    input.write(' s3cr3t-marked \r');
    expect(await answer).toBe('s3cr3t-marked');
    expect(shown()).toBe('Client secret (not shown): \n');
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['nothing typed', '\r'],
  ])('has no answer after %s', async (_, keys) => {
    const { input, output } = person();
    const answer = askSecret({ input, output }, 'Client secret');
    input.write(keys);
    expect(await answer).toBeNull();
  });

  it('is not asked where there is no terminal', async () => {
    const { output, shown } = person();
    expect(await askSecret({ input: new PassThrough(), output }, 'Client secret')).toBeNull();
    expect(shown()).toBe('');
  });
});
