import type { AttemptOutcome, CompleteAttemptInput, StartAttemptInput, StartedAttempt } from './attempt.js';
import type { CheckResult, Connector, ConnectorFilter } from './connector.js';
import type { ConnectorDefinition, ConnectorDefinitionDetail, ConnectorValues } from './definition.js';
import type { ExecuteInput, ExecuteResult, Operation } from './operation.js';
import type { Sealed } from './sealed.js';

/** Passed down to `fetch`. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** A connector to be made of what was typed. */
export interface CreateConnectorInput {
  /** Definition id or slug. */
  definition: string;
  /** Key of one of its methods. */
  method: string;
  name?: string | undefined;
  values: Sealed<ConnectorValues>;
}

/** New credentials for a connector that is there. */
export interface ReplaceCredentialsInput {
  /** Id of the connector that gets new credentials. */
  connectorId: string;
  /** Key of one of its definition's methods. */
  method: string;
  values: Sealed<ConnectorValues>;
}

/** Airbyte can only create and delete, so that the id changes. */
export interface ReplacedConnector {
  connector: Connector;
  /** The id whose place it has taken. Absent where there was no way to try the credentials: then both are there. */
  replaces?: string | undefined;
}

/** How a connector is tried. */
export interface CheckConnectorOptions extends CallOptions {
  /** Remove the connector when the service refuses its credentials: right after a create, so that nothing half-made stays. @default false */
  discardOnRefusal?: boolean | undefined;
}

/**
 * The only interface that hooks know: the domain's words, never a wire format. The end user is implied; whoever implements this decides
 * who that is. Every method rejects with a `ConnectError` and with nothing else.
 * Implemented by `createBackendClient`, `createTokenClient` and the sandbox.
 */
export interface ConnectApi {
  /** False where attempts live in the page's memory, so that a sign-in can not leave the page for the consent page. @default true */
  readonly survivesRedirect?: boolean | undefined;
  listDefinitions(options?: CallOptions): Promise<ConnectorDefinition[]>;
  /** @throws `definition_not_found` */
  getDefinition(idOrSlug: string, options?: CallOptions): Promise<ConnectorDefinitionDetail>;
  listConnectors(filter?: ConnectorFilter, options?: CallOptions): Promise<Connector[]>;
  /** @throws `connector_not_found` for an unknown id and for somebody else's */
  getConnector(id: string, options?: CallOptions): Promise<Connector>;
  /** Stores the credentials without trying them: call `checkConnector` next. @throws `invalid_input`, `credentials_mismatch` */
  createConnector(input: CreateConnectorInput, options?: CallOptions): Promise<Connector>;
  /** @throws `credentials_refused`, or `refused_connector_left` where it was to be discarded and could not be */
  checkConnector(id: string, options?: CheckConnectorOptions): Promise<CheckResult>;
  /**
   * Gives a connector new credentials: a new one of the same name is made and tried; once it works the old one is removed. Absent where
   * the port can not (token mode).
   * @throws `credentials_refused`: then the old one is as it was
   */
  replaceCredentials?(input: ReplaceCredentialsInput, options?: CallOptions): Promise<ReplacedConnector>;
  renameConnector(id: string, name: string, options?: CallOptions): Promise<Connector>;
  /** Resolves when the removal is accepted; the list may show the connector a little longer. */
  deleteConnector(id: string, options?: CallOptions): Promise<void>;
  listOperations(connectorId: string, options?: CallOptions): Promise<Operation[]>;
  /** @throws `operation_not_found`, `operation_not_allowed`, `credentials_refused`, `rate_limited` */
  execute(input: ExecuteInput, options?: CallOptions): Promise<ExecuteResult>;
  startAttempt(input: StartAttemptInput, options?: CallOptions): Promise<StartedAttempt>;
  getAttempt(attemptId: string, options?: CallOptions): Promise<AttemptOutcome>;
  completeAttempt(input: CompleteAttemptInput, options?: CallOptions): Promise<AttemptOutcome>;
}
