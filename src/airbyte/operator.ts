import type { CallOptions } from '../core/index.js';
import { createCaller } from './call.js';
import { listWorkspaceConnectors } from './calls/connectorCalls.js';
import { cloneTemplate, listGlobalTemplates, listOrganizations, listOwnTemplates, type Organization, type SourceTemplate } from './calls/operatorCalls.js';
import { CONNECTORS_DIALECTS } from './patterns/connectorsDialect.js';
import type { AirbytePattern } from './patterns/pattern.js';
import { createSend } from './send.js';
import { type ApplicationTokensOptions, createApplicationTokens } from './tokens.js';

/** What whoever runs the backend asks of Airbyte, for the whole organization. */
export interface Operator {
  /**
   * Exchanges client id and secret, as the generation does.
   * @throws {ConnectError} `upstream_refused`, `upstream_unavailable`, `upstream_invalid`
   */
  token(generation: AirbytePattern['generation'], options?: CallOptions): Promise<void>;
  /** Those that may use embedded. */
  organizations(options?: CallOptions): Promise<Organization[]>;
  /** What is enabled. */
  templates(options?: CallOptions): Promise<SourceTemplate[]>;
  /** What can be enabled. */
  globalTemplates(options?: CallOptions): Promise<SourceTemplate[]>;
  enable(globalTemplateId: string, options?: CallOptions): Promise<void>;
  /** How many connectors the list of a user's workspace has, as the generation asks for it. */
  countConnectors(workspaceName: string, generation: AirbytePattern['generation'], options?: CallOptions): Promise<number>;
}

export interface OperatorOptions extends ApplicationTokensOptions {
  fetch: typeof fetch;
  now: () => number;
}

/** Makes no call before the first method. */
export function createOperator(options: OperatorOptions): Operator {
  const caller = createCaller(createSend(options), createApplicationTokens(options), options.now);
  return {
    token: async (generation, callOptions) => void (await createApplicationTokens({ ...options, generation }).application(callOptions)),
    organizations: (callOptions) => listOrganizations(caller, callOptions),
    templates: (callOptions) => listOwnTemplates(caller, callOptions),
    globalTemplates: (callOptions) => listGlobalTemplates(caller, callOptions),
    enable: (id, callOptions) => cloneTemplate(caller, id, callOptions),
    countConnectors: async (name, generation, callOptions) =>
      (await listWorkspaceConnectors(caller, CONNECTORS_DIALECTS[generation].listQuery(name), callOptions)).length,
  };
}
