import { describe, it } from 'vitest';
import { endpointOf } from '../../stories/demo/backends.js';
import { removals } from './completions.js';
import { useDemo } from './harness.js';
import { expectStillWaiting, finishForeignConsent } from './startedElsewhere.js';
import { connectorRow, expect, expectConnected, fillStripe, finish, startHubSpot } from './ui.js';

const kit = useDemo();
const connectors = (workspace?: string) => kit.demo.sandbox.connectors(workspace);

it('keeps the connector of one user out of every hand-made request of another, with the answer for an unknown id', async () => {
  const ada = await kit.open({ user: 'ada' });
  await fillStripe(ada);
  await finish(ada);
  const id = connectors('ada')[0]?.id;
  const ben = await kit.open({ user: 'ben' });
  const ask = async (target: string | undefined, [method, tail, data]: readonly [string, string, unknown]) => {
    const answer = await ben.request.fetch(`${kit.demo.origin}/api/airbyte/connectors/${target}${tail}`, {
      method,
      headers: { origin: kit.demo.origin, 'content-type': 'application/json' },
      ...(data === undefined ? {} : { data }),
    });
    const { error } = await answer.json();
    return { status: answer.status(), code: error.code, keys: Object.keys(error) };
  };
  const calls = [
    ['GET', '', undefined],
    ['GET', '/operations', undefined],
    ['PATCH', '', { name: 'mine' }],
    ['DELETE', '', undefined],
    ['POST', '/check', { discardOnRefusal: true }],
    ['POST', '/execute', { entity: 'customers', action: 'list', params: {} }],
  ] as const;
  for (const call of calls) {
    const foreign = await ask(id, call);
    expect(foreign).toMatchObject({ status: 404, code: 'connector_not_found' });
    expect(await ask('11111111-1111-4111-8111-111111111111', call)).toEqual(foreign);
  }
  expect(await (await ben.request.get(`${kit.demo.origin}/api/airbyte/connectors`)).json()).toEqual({ connectors: [] });
  expect(connectors('ada')).toMatchObject([{ id, name: expect.not.stringMatching('mine') }]);
});

it('shows no frame of the last user’s data when the user is switched', async () => {
  const page = await kit.open({ user: 'ada' });
  await fillStripe(page);
  await finish(page);
  await expect(connectorRow(page, 'Stripe')).toBeVisible();
  await page.evaluate(() => {
    const frames: string[] = [];
    Object.assign(window, { frames_: frames });
    const look = () => {
      const user = document.querySelector('select')?.value;
      if (user === 'ben') frames.push(document.querySelector('main')?.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });
  await page.getByLabel('Signed in as').selectOption('ben');
  await expect(page.getByText('No services connected')).toBeVisible();
  const frames = await page.evaluate(() => Reflect.get(window, 'frames_'));
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter((text: string) => text.includes('Stripe'))).toEqual([]);
});

describe.each([
  ['seed', 'secret_id'],
  ['current', 'connector_id'],
])('in the %s generation, whose callback brings %s', (generation) => {
  const search = `?backend=${generation}`;

  it('another person who finishes a consent link connects nothing, for anybody', async () => {
    const ada = await kit.open({ user: 'ada', search });
    const link = (await startHubSpot(ada)).url();
    const ben = await kit.open({ user: 'ben', search });
    await finishForeignConsent(ben, link);
    // Only in the current generation does Airbyte make it at the consent.
    await expect.poll(() => removals(kit.demo)).toHaveLength(generation === 'current' ? 1 : 0);
    expect(connectors()).toHaveLength(0);
    await expectStillWaiting(ada);
  });

  it('a forged connector_id of another tenant, or an older one of one’s own, survives and is not accepted', async () => {
    const ben = await kit.open({ user: 'ben', search });
    await fillStripe(ben);
    await finish(ben);
    const ada = await kit.open({ user: 'ada', search });
    await (await startHubSpot(ada)).getByRole('button', { name: 'Allow' }).click();
    await finish(ada);
    const before = connectors().map(({ id }) => id);
    for (const forged of before) {
      const popup = await startHubSpot(ada);
      const started = kit.demo.sandbox.requests.findLast(({ path }) => path.endsWith('/oauth/initiate'));
      const { redirect_url } = JSON.parse(JSON.stringify(started?.body));
      const page = await ada.context().newPage();
      const completed = page.waitForResponse((response) => response.url().endsWith('/attempts/complete'));
      await page.goto(`${redirect_url}&connector_id=${forged}`);
      expect(await (await completed).json()).toMatchObject({ status: 'failed', error: { code: 'connector_refused' } });
      await expect(page.getByRole('heading')).toHaveText('The sign-in could not be used');
      await popup.close();
      await page.close();
      await ada.reload();
    }
    expect(connectors().map(({ id }) => id)).toEqual(before);
  });
});

it('completes for a host with bearer tokens and no cookies of its own', async () => {
  const page = await kit.open({ search: '?backend=bearer' });
  await (await startHubSpot(page)).getByRole('button', { name: 'Allow' }).click();
  await expectConnected(page);
  expect(connectors('ada')).toHaveLength(1);
  await page.context().clearCookies();
  const refused = await page.request.get(`${kit.demo.origin}${endpointOf('bearer')}/connectors`);
  expect(refused.status()).toBe(401);
  expect((await page.request.get(`${kit.demo.origin}${endpointOf('bearer')}/connectors`, { headers: { authorization: 'Bearer demo-ada' } })).status()).toBe(
    200,
  );
});
