import type { QueryClient } from '@tanstack/react-query';
import type { ConnectApi, Connector, ConnectorValues } from '../../core/index.js';
import type { OpenConsentWindow, ReturnPoint } from '../../oauth/index.js';
import type { ConnectEvent } from '../events.js';
import type { ConnectFlowSnapshot } from './flowStore.js';

export interface ConnectFlowOptions {
  api: ConnectApi;
  /** Part of every key of the user's data. */
  userKey: string;
  queryClient: QueryClient;
  emit: (event: ConnectEvent) => void;
  /** Where the flow is drawn. @default 'dialog' */
  surface?: ReturnPoint['surface'] | undefined;
  /** @default openConsentWindow */
  openWindow?: OpenConsentWindow | undefined;
  /** Leaves the page for the consent page. @default (url) => location.assign(url) */
  leave?: ((url: string) => void) | undefined;
}

/** What was connected. */
export interface ConnectedConnector extends Connector {
  /** Id of the connector whose place it has taken: Airbyte can only create and delete, so that the id changes. */
  replaces?: string | undefined;
}

/** What a flow is opened for. */
export interface ConnectOptions {
  /** Definition id or slug; without it the flow begins with the picker. */
  definition?: string | undefined;
  /** A connector that is to be authorised again, or to get new credentials: it keeps its name and its place in the list. `definition` is its own. */
  reconnect?: Connector | undefined;
  /** Called for each connector that this flow connects, also after "connect another". */
  onConnected?: ((connector: ConnectedConnector) => void) | undefined;
}

/** What a person, or the host, can do with a flow. Each is safe to call at any time: what does not apply does nothing. */
export interface ConnectFlowActions {
  /**
   * Opens the flow. Resolves with the connector as soon as it is connected.
   * @throws {ConnectError} `flow_closed` when it is left before, or another one is opened
   */
  connect(options?: ConnectOptions): Promise<ConnectedConnector>;
  /** Opens the flow unless it is open, for a flow that is always shown. Nothing is promised: `onConnected` tells. */
  ensureOpen(options?: ConnectOptions): void;
  pick(definitionId: string): void;
  chooseMethod(key: string): void;
  /** Stores and checks what was typed; after a failure of which nothing is stored, once more. */
  submit(values: ConnectorValues): void;
  /** Starts the sign-in. Call it in the click itself: the window opens at once. */
  authorise(values: ConnectorValues): void;
  /** Brings the sign-in window to the front, or opens it again. Call it in the click itself. */
  showWindow(): void;
  /** Opens the sign-in window again. Call it in the click itself. */
  reopen(): void;
  /** Goes on with the sign-in in this tab, and comes back here. */
  continueInTab(): void;
  /** Stops what is being waited for and goes one step back. */
  back(): void;
  /** After a failure: checks again where something is stored, else goes back to the step that failed. */
  retry(): void;
  connectAnother(): void;
  /** Leaves the flow, aborts what runs and forgets everything. A connector that is stored and could not be checked stays, and is told as connected. */
  close(): void;
}

export interface ConnectFlow {
  actions: ConnectFlowActions;
  subscribe(listener: () => void): () => void;
  getSnapshot(): ConnectFlowSnapshot;
  /** Goes on after a sign-in in the same tab. */
  resume(point: ReturnPoint): void;
  /** The same where nothing has said that the sign-in has ended: the backend is asked, and unless it has, nothing happens; after the browser's Back the form is shown again. */
  resumeEnded(point: ReturnPoint): Promise<void>;
  /**
   * Ends the flow for good: its provider is gone, or its user is another. The host hears nothing of it, but of a connector that is stored and
   * could not be checked: it stays, as when the flow is closed.
   */
  dispose(): void;
}

/** A flow whose engine may not be loaded yet. */
export interface LazyConnectFlow extends Omit<ConnectFlow, 'resume' | 'resumeEnded'> {
  /** Goes on after a sign-in in the same tab, when it was left from such a surface. */
  resume(surface: ReturnPoint['surface'] | 'any'): void;
  /** It is drawn again after its end: it opens again. */
  revive(): void;
}
