import type { Catalog } from '../../catalog/index.js';
import type {
  CallbackParams,
  CallOptions,
  CheckResult,
  ConnectApi,
  Connector,
  ConnectorDefinition,
  ConnectorDefinitionDetail,
  ConnectorFilter,
  ConnectorValues,
  ExecuteInput,
  ExecuteResult,
  JsonObject,
  Operation,
} from '../../core/index.js';
import type { AirbyteCaller } from '../call.js';

/** Where Airbyte is. All may be one origin (the sandbox). No trailing slash. */
export interface AirbyteHosts {
  /** Agent engine, paths `/api/v1/...`. @default 'https://api.airbyte.ai' */
  agent: string;
  /** Public API, paths `/v1/...`. @default 'https://api.airbyte.com' */
  public: string;
}

/**
 * Bearers for Airbyte's calls. `renew` drops a token that was refused, so that the next call asks for a new one.
 * In token mode `application` rejects with `not_available_in_token_mode`.
 */
export interface TokenSource {
  application(options?: CallOptions): Promise<string>;
  /** Scoped to the workspace; minting it makes the workspace exist. */
  scoped(workspaceName: string, options?: CallOptions): Promise<string>;
  renew(refusedToken: string): void;
}

export interface PatternContext {
  hosts: AirbyteHosts;
  tokens: TokenSource;
  catalog: Catalog;
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Says a sentence to whoever runs this, once: something works with less than it should. @default nobody hears it */
  warn?: ((sentence: string) => void) | undefined;
  /** Waits between two looks at a running check, in milliseconds. @default a timer */
  sleep?: ((ms: number) => Promise<void>) | undefined;
  organizationId?: string | undefined;
  /** Region of workspaces that are made; a UUID. */
  regionId?: string | undefined;
  /**
   * Sign-ins by consent are not offered: whoever asks has OAuth apps of their own, so that the values are asked for which a consent would
   * fill. Of specifications only; `catalog` says it of its own entries. @default false
   */
  withoutConsent?: boolean | undefined;
  /**
   * Present in token mode, where there is no list: the scoped token itself is the proof of ownership, since Airbyte refuses it elsewhere.
   * Answers the connectors that were made with it, so that their definition is known.
   */
  tokenMode?: { connector(id: string): Connector | undefined } | undefined;
}

export interface PatternCreateInput {
  definition: ConnectorDefinition;
  name?: string | undefined;
  values: ConnectorValues;
  /** From the OAuth callback of the seed generation; replaces credentials. */
  secretId?: string | undefined;
}

export interface PatternInitiateInput {
  definition: ConnectorDefinition;
  name?: string | undefined;
  values: ConnectorValues;
  /** Already carries `ack_state`. */
  redirectUrl: string;
}

/**
 * One way of using Airbyte, for one caller. The first argument of every call is the workspace name, which is the host's id of the end
 * user: the caller has proved it. No method trusts an id from outside: each proves that the workspace holds it, and a foreign id is
 * answered like an unknown one, `connector_not_found`, after the same upstream calls.
 */
export interface PatternClient {
  /** False where Airbyte documents no call that removes a connector: `deleteConnector` always rejects. @default true */
  readonly removes?: boolean | undefined;
  listDefinitions(options?: CallOptions): Promise<ConnectorDefinition[]>;
  /** Ids of the definitions whose source template carries at least one of these tags. */
  definitionIdsWithTags(tags: readonly string[], options?: CallOptions): Promise<string[]>;
  /** @throws `definition_not_found` */
  getDefinition(idOrSlug: string, options?: CallOptions): Promise<ConnectorDefinitionDetail>;
  /** A workspace that was never seen has no connectors. */
  listConnectors(workspaceName: string, filter?: ConnectorFilter, options?: CallOptions): Promise<Connector[]>;
  getConnector(workspaceName: string, id: string, options?: CallOptions): Promise<Connector>;
  createConnector(workspaceName: string, input: PatternCreateInput, options?: CallOptions): Promise<Connector>;
  renameConnector(workspaceName: string, id: string, name: string, options?: CallOptions): Promise<Connector>;
  deleteConnector(workspaceName: string, id: string, options?: CallOptions): Promise<void>;
  /** Tries the credentials with the catalogue's check call. @throws `credentials_refused` */
  checkConnector(workspaceName: string, id: string, options?: CallOptions): Promise<CheckResult>;
  listOperations(workspaceName: string, connectorId: string, options?: CallOptions): Promise<Operation[]>;
  execute(workspaceName: string, input: ExecuteInput, options?: CallOptions): Promise<ExecuteResult>;
  initiateOAuth(workspaceName: string, input: PatternInitiateInput, options?: CallOptions): Promise<{ consentUrl: string }>;
  /** Absent where Airbyte has OAuth apps of a whole organization only. */
  workspaceOAuthApps?: WorkspaceOAuthApps | undefined;
}

/** OAuth apps of one workspace. Airbyte answers nothing of what is stored, not even whether there is one. */
export interface WorkspaceOAuthApps {
  /** @throws {ConnectError} `oauth_not_available`, `invalid_input`, `not_supported` (self-managed) */
  set(workspaceName: string, definition: ConnectorDefinition, credentials: JsonObject, options?: CallOptions): Promise<void>;
  /** Nothing to remove is no failure. */
  remove(workspaceName: string, definition: ConnectorDefinition, options?: CallOptions): Promise<void>;
}

/** What a pattern mints a workspace's token with. */
export interface ScopedTokenInput extends Pick<PatternContext, 'organizationId' | 'regionId'> {
  caller: AirbyteCaller;
  workspaceName: string;
  generation: AirbytePattern['generation'];
}

/** A pattern, by name, as `createConnectHandler` and `createTokenClient` take it. */
export interface AirbytePattern {
  readonly name: string;
  /** What the OAuth callback brings, in the order in which it is looked for. */
  readonly callback: readonly (keyof CallbackParams & ('secret_id' | 'connector_id'))[];
  /** Which host mints application tokens for this generation, and how scoped tokens are asked for. */
  readonly generation: 'current' | 'seed';
  /** Where this pattern finds Airbyte, unless the host says otherwise. @default Airbyte Cloud */
  readonly hosts?: Partial<AirbyteHosts> | undefined;
  /** The host that a browser with a workspace's token talks to. @default 'agent' */
  readonly tokenHost?: keyof AirbyteHosts | undefined;
  /** How a workspace's own token is asked for. @default by the workspace's name, at the agent engine */
  readonly scopedToken?: ((input: ScopedTokenInput) => Promise<{ token: string; expiresAt: number | null }>) | undefined;
  /** An option of the pattern offers less than there is, and Airbyte is not known to enforce it for a workspace's token. @default false */
  readonly isNarrowed?: boolean | undefined;
  /** What rejects with `not_available_in_token_mode`. @default list, get, rename and delete */
  readonly unavailableInTokenMode?: ReadonlySet<keyof ConnectApi> | undefined;
  client(context: PatternContext): PatternClient;
}
