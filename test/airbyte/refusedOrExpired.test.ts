import { describe, expect, it } from 'vitest';
import { connectors, instances, sources } from '../../src/airbyte/index.js';
import { status } from '../../src/sandbox/index.js';
import { created, createWorld, HOSTS, STRIPE } from '../server/world.js';
import { workspaceStore } from './workspaceStore.js';

const PATTERNS = {
  connectors: () => connectors(),
  instances: () => instances(),
  sources: () => sources({ workspaces: workspaceStore() }),
} as const;
const RUN = { body: { entity: 'customers', action: 'list' } };

async function openWorld(name: keyof typeof PATTERNS) {
  const world = createWorld({ handler: { pattern: PATTERNS[name](), hosts: HOSTS, rateLimit: false } });
  const ada = world.browser('ada');
  const id = await created(ada, name === 'instances' ? { ...STRIPE, values: { credentials: STRIPE.values.credentials } } : STRIPE);
  const { sandbox } = world;
  const isMint = (path: string) => /token$/.test(path);
  const isRun = (path: string) => path.endsWith('/execute');
  const during = async (work: () => Promise<unknown>) => {
    const before = sandbox.requests.length;
    await work();
    const paths = sandbox.requests.slice(before).map(({ path }) => path);
    return { mints: paths.filter(isMint).length, runs: paths.filter(isRun).length };
  };
  return {
    ...world,
    ada,
    during,
    run: () => ada.call('POST', `/connectors/${id}/execute`, RUN),
    refuse: { match: { method: 'POST' as const, path: /\/execute$/ } },
  };
}

describe.each(['connectors', 'instances', 'sources'] as const)('a 401 to an execute, with %s', (name) => {
  it.each([401, 403] as const)('renews the bearer once in 30 s, however often the service answers %i', async (code) => {
    const { sandbox, clock, during, run, refuse } = await openWorld(name);
    sandbox.addFault(status(code, refuse));
    const twenty = async () => {
      for (let count = 0; count < 20; count += 1) expect((await run()).status).toBe(422);
    };
    const first = await during(twenty);
    expect(first.runs).toBe(21);
    expect(first.mints).toBeGreaterThan(0);
    expect(await during(twenty)).toEqual({ runs: 20, mints: 0 });
    clock.advance(30_000);
    expect((await during(twenty)).runs).toBe(21);
  });

  it('is mended for all who run at once when it is of the bearer', async () => {
    const { sandbox, during, run, refuse } = await openWorld(name);
    sandbox.addFault(status(401, { ...refuse, times: 10 }));
    const answers: Response[] = [];
    const { runs } = await during(async () => void answers.push(...(await Promise.all(Array.from({ length: 10 }, run)))));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(runs).toBe(20);
  });
});
