import type { Catalog } from '../catalog/index.js';
import type { ConnectApi, JsonObject } from '../core/index.js';
import type { UnknownCall } from './apiApp.js';
import type { ConsentMode } from './consent/consentApp.js';
import type { ConsentDecision } from './consent/decide.js';
import type { Fault } from './faults.js';
import type { SandboxDefinition } from './ownDefinitions.js';
import type { PageConnectApiOptions } from './pageConnectApi.js';
import type { RecordedRequest } from './record.js';

/** Options of `createSandbox`. */
export interface SandboxOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
  /** Another seed gives other ids and records. @default 1 */
  seed?: number | undefined;
  /** What goes wrong. @default nothing */
  faults?: readonly Fault[] | undefined;
  /** Where the consent page is served. Only https and loopback are opened by the kit. @default 'https://consent.sandbox.test' */
  consentOrigin?: string | undefined;
  /** Its path, for a static page in a story. @default '/consent' */
  consentPath?: string | undefined;
  /** How the consent page behaves. @default 'plain' */
  consentMode?: ConsentMode | undefined;
  /** @default one made from the seed */
  organizationId?: string | undefined;
  /** Milliseconds for which a removed connector stays in the list. @default 500 */
  deleteDelay?: number | undefined;
  /** @default the kit's own */
  catalog?: Catalog | undefined;
  /** Kinds of connectors beyond the catalogue, as clients without an entry for them meet them. @default none */
  definitions?: readonly SandboxDefinition[] | undefined;
  /** Whether a definition must be enabled, by cloning its global template, before a sign-in can be started. @default false: all are enabled */
  strict?: boolean | undefined;
  /** Milliseconds without an execute after which an instance is recycled. @default never */
  instanceIdle?: number | undefined;
  /** Told of each call that the sandbox does not answer. */
  onUnknownCall?: ((call: UnknownCall) => void) | undefined;
}

/** A connector as a test wants to see it. */
export interface SandboxConnector {
  id: string;
  name: string;
  workspaceName: string;
  definition: { id: string; slug: string; name: string };
  credentials: JsonObject;
  environment: JsonObject;
  replicationConfig: JsonObject;
  createdAt: string;
}

/** An Airbyte in memory, as `createSandbox` makes it. */
export interface Sandbox {
  /** Answers like Airbyte's hosts; a drop-in for `fetch`. Rejects when its signal is aborted. */
  fetch: typeof fetch;
  /** The consent page, to be served on another site. */
  consentFetch: (request: Request) => Promise<Response>;
  /**
   * Decides a consent without its page.
   * @returns where Airbyte sends the browser
   * @throws {TypeError} for an address that no sign-in was started with
   */
  decideConsent(consentUrl: string, decision: ConsentDecision): string;
  /** The port for one end user, without a backend: for stories and component tests. */
  connectApi(options: PageConnectApiOptions): ConnectApi;
  setConsentMode(mode: ConsentMode): void;
  addFault(fault: Fault): void;
  /** What is there, less what is being removed; of one workspace or of all. */
  connectors(workspaceName?: string): SandboxConnector[];
  /** Newest last. */
  readonly requests: readonly RecordedRequest[];
  /** Calls that the sandbox did not answer: none in a test that passes. */
  readonly unknownCalls: readonly UnknownCall[];
  /** Forgets everything, and arms the faults of the options again. Application tokens stay valid. */
  reset(): void;
}
