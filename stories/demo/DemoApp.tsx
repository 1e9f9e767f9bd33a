import { QueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { connectors, createTokenClient } from '../../src/airbyte.js';
import { AirbyteProvider, type ConnectEvent, type Connector, Connectors, Playground, useConnectors } from '../../src/index.js';
import { type BackendName, backendOf, endpointFor, endpointOf, isElsewhere } from './backends.js';
import { DemoHeader } from './DemoHeader.js';
import { DemoHint } from './DemoHint.js';
import { useDemoSession } from './useDemoSession.js';

/** The host's own, which outlives every user: what is kept of them the kit keeps apart, by `userKey`. */
const queryClient = new QueryClient();

/** What a host passes to the provider for each way of running the kit. */
function useProviderProps(backend: BackendName, user: string) {
  return useMemo(() => {
    if (backend === 'token') return { client: createTokenClient({ tokenEndpoint: `${endpointOf(backend)}/token`, pattern: connectors() }) };
    const bears = backend === 'bearer' || isElsewhere(backend);
    return { endpoint: endpointFor(backend, location), ...(bears ? { headers: { authorization: `Bearer demo-${user}` } } : {}) };
  }, [backend, user]);
}

/** Fernway, an invented product that reads its customers' data. */
export function DemoApp() {
  const { user, signIn } = useDemoSession();
  const [heard, setHeard] = useState<readonly string[]>([]);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const backend = backendOf(location.search);
  const props = useProviderProps(backend, user ?? '');
  const [connected, setConnected] = useState<readonly Connector[]>([]);
  const onEvent = (event: ConnectEvent) => {
    setHeard((events) => [JSON.stringify(event), ...events].slice(0, 8));
    if (event.type === 'connected') setConnected((connectors) => [...connectors, event.connector]);
  };
  if (user === null) return null;
  return (
    <div className="demo" data-ack-theme={theme}>
      <DemoHeader
        user={user}
        onUserChange={(next) => {
          setConnected([]);
          setHeard([]);
          void signIn(next);
        }}
        theme={theme}
        onThemeChange={setTheme}
      />
      <DemoHint />
      <AirbyteProvider {...props} userKey={user} queryClient={queryClient} appearance={{ appName: 'Fernway' }} onEvent={onEvent}>
        <main className="demo-main">
          <Connectors />
          <DemoPlayground key={user} connected={connected} />
        </main>
      </AirbyteProvider>
      <details className="demo-events">
        <summary>What the host heard</summary>
        <ol>
          {heard.map((event, index) => (
            <li key={heard.length - index}>
              <code>{event}</code>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

/** The playground of the connector that is chosen, the newest one at first. In token mode nothing can be listed: what was just connected is known. */
function DemoPlayground({ connected }: { connected: readonly Connector[] }) {
  const { data = connected } = useConnectors();
  const [chosen, setChosen] = useState<string | null>(null);
  const connector = data.find(({ id }) => id === chosen) ?? data.at(-1);
  if (connector === undefined) return null;
  return (
    <section className="demo-playground" aria-labelledby="playground-title">
      <div className="demo-playground-head">
        <h2 id="playground-title">Playground</h2>
        <label>
          Account{' '}
          <select value={connector.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {data.map(({ id, name, definition }) => (
              <option key={id} value={id}>
                {name === definition.name ? name : `${name} (${definition.name})`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Playground key={connector.id} connectorId={connector.id} />
    </section>
  );
}
