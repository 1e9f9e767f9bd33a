import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { createConnectFlow } from '../../src/hooks/flow/createConnectFlow.js';
import { passReturn, takeReturn } from '../../src/oauth/returnPoint.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import { eventually } from '../setup/eventually.js';

afterEach(() => sessionStorage.clear());

function start() {
  const left: string[] = [];
  const flow = createConnectFlow({
    // As over a backend, which holds attempts outside the page.
    api: { ...createSandbox({ definitions: [harbour] }).connectApi({ userId: 'ada' }), survivesRedirect: true },
    userKey: 'ada',
    queryClient: new QueryClient(),
    emit: () => undefined,
    openWindow: () => null,
    leave: (url) => void left.push(url),
  });
  const until = (step: string) => eventually(() => expect(flow.getSnapshot().state.step).toBe(step));
  return { flow, left, until };
}

const typed = { port: 'north', credentials: { auth_type: 'oauth2.0' }, boats: [{ name: 'Marie', since: '2020-01-01' }, { name: 'Anna' }] };

it('keeps lists and choices over a redirect of the tab, and no secret', async () => {
  const { flow, left, until } = start();
  flow.actions.ensureOpen({ definition: harbour.id });
  await until('choosingMethod');
  flow.actions.chooseMethod('oauth2.0');
  const hidden = { client_secret: 'marked-secret', refresh_token: 'marked-token' };
  flow.actions.authorise({ replication_config: { ...typed, credentials: { ...typed.credentials, ...hidden }, other: 'marked-unknown' } });
  await eventually(() => expect(flow.getSnapshot().state).toMatchObject({ window: 'blocked', attemptId: expect.any(String) }));
  flow.actions.continueInTab();
  expect(left).toHaveLength(1);
  expect(JSON.stringify({ ...sessionStorage })).toContain('Marie');
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('marked-');

  const { state } = flow.getSnapshot();
  if (state.step !== 'authorising' || state.attemptId === null) throw new Error('No attempt runs.');
  expect(passReturn(state.attemptId, { state: '', params: {} }).returnTo).toBeDefined();
  const point = takeReturn();
  if (point === null) throw new Error('Nothing was noted.');
  const next = start();
  next.flow.resume(point);
  await next.until('failed');
  expect(next.flow.getSnapshot().initialValues).toEqual({ replication_config: typed });
  expect(sessionStorage).toHaveLength(0);
  next.flow.actions.close();
  flow.actions.close();
});
