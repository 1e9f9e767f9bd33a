import { describe, expect, it } from 'vitest';
import { errorOf } from '../harness.js';
import { complete, createWorld } from '../world.js';

const STATE = `${'A'.repeat(16)}.${'B'.repeat(43)}`;
/** Starts a line of its own in a log, or colours the terminal that shows it. */
const FORGED = 'x\n2026-01-01 INFO signed in user=admin\u001b[2J\u009b31m';
const UNSAFE = /[\p{Cc}\u2028\u2029]/u;

function stranger() {
  const { browser, events, sandbox } = createWorld();
  const nobody = browser(null);
  const post = (body: object) => complete(nobody, { state: STATE, params: {}, ...body });
  const log = () =>
    events.map((event) => (event.type === 'error' ? `${event.error.message} ${JSON.stringify(event.error.fieldErrors)}` : Object.values(event).join(' ')));
  return { nobody, post, events, sandbox, log };
}

describe('a caller without a session', () => {
  it('writes nothing of its own into a log by the keys of a body, and gets few of them back', async () => {
    const { post, log } = stranger();
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`key_${index}`, 1]));
    for (const body of [{ [FORGED]: 1 }, { ['y'.repeat(20_000)]: 1 }, many, { params: { [FORGED]: 1, ...many } }]) {
      const answer = await errorOf(await post(body));
      expect(answer).toMatchObject({ status: 422, code: 'invalid_input' });
      expect(JSON.stringify(answer).length).toBeLessThan(2_000);
    }
    expect(log()).toHaveLength(4);
    for (const line of log()) {
      expect(line).not.toMatch(UNSAFE);
      expect(line.length).toBeLessThan(3_000);
    }
  });

  it.each([FORGED, '', '../../v1', 'a b'])('names no connector in the log that can be none (%j)', async (connector_id) => {
    const { nobody, post, events, log } = stranger();
    expect((await post({ params: { connector_id } })).status).toBe(403);
    await nobody.call('GET', `/callback?ack_state=${STATE}&connector_id=${encodeURIComponent(connector_id)}`);
    expect(events.flatMap((event) => (event.type === 'attempt_refused' ? [event.connectorId] : []))).toEqual([null, null]);
    for (const line of log()) expect(line).not.toMatch(UNSAFE);
  });

  it('names the connector that a callback brought, where it can be one', async () => {
    const { post, events } = stranger();
    await post({ params: { connector_id: 'f1e2d3c4-b5a6-7890-fe12-dc34ba567890' } });
    expect(events).toContainEqual(expect.objectContaining({ type: 'attempt_refused', connectorId: 'f1e2d3c4-b5a6-7890-fe12-dc34ba567890' }));
  });

  it('sends no more than 32 KB, asks nothing of Airbyte, and keeps nobody else out', async () => {
    const { nobody, post, sandbox } = stranger();
    expect((await post({ params: { error: 'x'.repeat(31_000) } })).status).toBe(403);
    expect(await errorOf(await post({ params: { error: 'x'.repeat(33_000) } }))).toEqual({ status: 413, code: 'body_too_large' });
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => post({})));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect((await nobody.call('GET', `/callback?ack_state=${STATE}`)).status).toBe(403);
    expect(sandbox.requests).toEqual([]);
  });
});

it('a signed-in caller writes nothing of its own into a log by what it would run', async () => {
  const { browser, events } = createWorld({ handler: { allow: {} } });
  const ada = browser('ada');
  const id = (
    await (
      await ada.call('POST', '/connectors', {
        body: { definition: 'stripe', method: 'bearerAuth', values: { credentials: { api_key: 'sk_good' }, replication_config: { account_id: 'a' } } },
      })
    ).json()
  ).connector.id;
  expect((await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: FORGED, action: 'list' } })).status).toBe(403);
  expect(events.at(-1)).toMatchObject({ type: 'error', error: { message: expect.not.stringMatching(UNSAFE) } });
});
