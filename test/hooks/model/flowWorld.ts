import { QueryClient } from '@tanstack/react-query';
import { type ConnectError, type ConnectFlowState, type Connector, type ConnectorValues, maySubmit } from '../../../src/core/index.js';
import { createConnectFlow } from '../../../src/hooks/flow/createConnectFlow.js';
import { resumeReturn } from '../../../src/hooks/flow/resumeReturn.js';
import type { ConnectEvent, ConnectFlow, ConnectOptions } from '../../../src/hooks/index.js';
import { passReturn } from '../../../src/oauth/returnPoint.js';
import { createFakeBackend, MARK } from './fakeBackend.js';
import type { FakePage } from './fakePage.js';
import type { Random } from './random.js';

/** A sign-in window, tab or link in which a person has the consent page before them. */
interface Consent {
  attemptId: string;
  closed: boolean;
}

/** What a person types: the part of it that is secret is marked. */
export const TYPED: ConnectorValues = { environment: { subdomain: 'acme' }, credentials: { api_key: `${MARK}-typed`, client_secret: `${MARK}-typed` } };

/** The connector that the screens call connected, found to work or not. */
const stays = (state: ConnectFlowState): string | null =>
  state.step === 'connected' || state.step === 'unverified' || (state.step === 'failed' && state.from !== 'loading') ? (state.connector?.id ?? null) : null;

const attemptIn = (url: string) => new URL(url).searchParams.get('attempt') ?? '';

/** One page with a flow, the backend it talks to, and the windows that a person has open. */
export function createFlowWorld(page: FakePage, random: Random) {
  const mode = { held: true, blocked: false, leaves: true };
  const backend = createFakeBackend({
    now: page.now,
    holds: () => mode.held && random.chance(0.7),
    tickets: random.chance(0.3),
    verdict: () => random.pick(['verified', 'verified', 'unverified', 'refused']),
  });
  const consents: Consent[] = [];
  const events: ConnectEvent[] = [];
  /** Connected, while the screens said something else, or had said nothing of it. */
  const unshown: string[] = [];
  /** The last connector of which the screens said that it stays, connected or not checked. */
  let shown: string | null = null;
  /** What `connect()` gave out on this page: undefined while it has not settled. */
  let promises: { settled: string | undefined }[] = [];
  /** Where the tab has gone. */
  let away: string | null = null;
  let queryClient = new QueryClient();
  let submitted = 0;
  let flow = start();

  function start(): ConnectFlow {
    queryClient = new QueryClient();
    promises = [];
    const started = createConnectFlow({
      api: backend.api,
      userKey: 'ada',
      queryClient,
      emit(event) {
        events.push(event);
        if (event.type === 'connected' && event.connector.id !== shown) unshown.push(event.connector.id);
      },
      openWindow: () => {
        if (mode.blocked) return null;
        const consent: Consent = { attemptId: '', closed: false };
        consents.push(consent);
        return {
          get closed() {
            return consent.closed;
          },
          navigate(url) {
            consent.attemptId = attemptIn(url);
          },
          focus: () => undefined,
          close() {
            consent.closed = true;
          },
        };
      },
      leave: (url) => {
        if (mode.leaves) away = attemptIn(url);
      },
    });
    started.subscribe(() => {
      shown = stays(started.getSnapshot().state) ?? shown;
    });
    return started;
  }
  const state = () => flow.getSnapshot().state;
  const note = (promise: Promise<Connector>) => {
    const noted: { settled: string | undefined } = { settled: undefined };
    promises.push(noted);
    const settle = (as: string) => {
      noted.settled = as;
    };
    promise.then(
      ({ id }) => settle(id),
      ({ code }: ConnectError) => settle(code),
    );
  };

  return {
    page,
    backend,
    mode,
    events,
    unshown,
    consents,
    state,
    get flow() {
      return flow;
    },
    get away() {
      return away;
    },
    get submitted() {
      return submitted;
    },
    unsettled: () => promises.filter(({ settled }) => settled === undefined).length,
    connect: (options: ConnectOptions) => note(flow.actions.connect(options)),
    submit() {
      if (maySubmit(state())) submitted += 1;
      flow.actions.submit(TYPED);
    },
    /** A person decides on a consent page; Airbyte leads to the callback page, which tells the opener, or nobody. */
    decide({ attemptId }: Pick<Consent, 'attemptId'>, approved: boolean) {
      const attempt = backend.attempts.get(attemptId);
      if (attempt === undefined) return;
      const params = approved ? { secret_id: `${MARK}-secret-id` } : { error: 'access_denied' };
      const way = random.pick(['channel', 'message', null] as const);
      if (attempt.ticket !== undefined) {
        if (way !== null) page.say({ type: 'ack:params', attemptId, state: backend.stateOf(attemptId), params } as { attemptId: string }, way);
        return;
      }
      const { status } = backend.complete(attemptId, params);
      if (way !== null) page.say({ type: 'ack:outcome', attemptId, outcome: status } as { attemptId: string }, way);
    },
    /** The tab comes back: from the callback page, or without it by the handler's own callback or the Back button. */
    comeBack(decision: 'approved' | 'denied' | 'handler' | 'back') {
      const attemptId = away ?? '';
      away = null;
      page.die();
      // Nobody is left to hear these answers.
      backend.held.splice(0);
      if (decision === 'handler') backend.complete(attemptId, { secret_id: `${MARK}-secret-id` });
      else if (decision !== 'back') {
        const params = decision === 'approved' ? { secret_id: `${MARK}-secret-id` } : { error: 'access_denied' };
        const { holds } = passReturn(attemptId, { state: backend.stateOf(attemptId), params });
        if (!holds) backend.complete(attemptId, params);
      }
      flow = start();
      resumeReturn(flow, 'any');
    },
    /** The provider goes, and another one comes. */
    remount() {
      const old = flow;
      const noted = promises;
      old.dispose();
      flow = start();
      promises = noted;
    },
    /** Everything that a devtool, a log or a storage viewer would show. */
    visible() {
      const { consentUrl: _link, ...snapshot } = flow.getSnapshot();
      const queries = queryClient.getQueryCache().getAll();
      return JSON.stringify([snapshot, events, queries.map(({ state: { data } }) => data)]);
    },
  };
}

export type FlowWorld = ReturnType<typeof createFlowWorld>;
