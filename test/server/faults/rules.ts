import type { ConnectErrorCode } from '../../../src/core/index.js';
import type { FaultName } from './faults.js';
import type { VariantName } from './faultWorld.js';

/** How a call ends; `done` where the fault does not matter. */
export type End = ConnectErrorCode | 'done';

export interface Rule {
  /** Repeating does no harm: asked three times at most. */
  safe: boolean;
  /** What differs from the common codes. */
  codes?: Partial<Record<FaultName, End>>;
  /** How often it is asked, where that differs. */
  asked?: Partial<Record<FaultName, number>>;
}

/** What every call makes of a fault, unless its rule says otherwise. */
export const COMMON: Record<FaultName, ConnectErrorCode> = {
  '401': 'upstream_refused',
  '403': 'upstream_refused',
  '404': 'upstream_rejected',
  '409': 'conflict',
  '422': 'upstream_rejected',
  '429 with Retry-After': 'rate_limited',
  '429 with a long Retry-After': 'rate_limited',
  '429 without': 'rate_limited',
  '500': 'upstream_unavailable',
  '502 with HTML': 'upstream_unavailable',
  'broken JSON': 'upstream_invalid',
  'a connection cut in the answer': 'upstream_unavailable',
  'no answer': 'timeout',
  reset: 'upstream_unavailable',
  'a slow drip': 'timeout',
};

/** Those after which a safe call is asked again. */
export const PASSING: ReadonlySet<FaultName> = new Set([
  '429 with Retry-After',
  '429 without',
  '500',
  '502 with HTML',
  'a connection cut in the answer',
  'reset',
]);

const READ: Rule = { safe: true };
const WRITE: Rule = { safe: false };
const CREATE: Rule = { safe: false, codes: { 404: 'definition_not_found', 422: 'invalid_input' } };
const OF_CONNECTOR: Rule = { safe: false, codes: { 404: 'connector_not_found' } };
/** Any success is an acceptance, whatever it says. */
const REMOVAL: Rule = { safe: false, codes: { 404: 'connector_not_found', 'broken JSON': 'done' } };
/** Of what is not there, nothing is found. */
const EMPTY: Rule = { safe: true, codes: { 404: 'done' } };
/** An Airbyte without this check has the catalogue's. */
const CHECK_START: Rule = { safe: false, codes: { 404: 'done' } };
/** No document has it: what refuses it, or can not be read, says that it is not there, and nothing of the bearer. */
const UNSURE_CHECK: Rule = {
  safe: false,
  codes: { 401: 'done', 403: 'done', 404: 'done', 409: 'done', 422: 'done', 'broken JSON': 'done' },
  asked: { 401: 1, 403: 1 },
};
/** The client id and secret: there is no bearer to renew. */
const APPLICATION_TOKEN: Rule = { safe: true, codes: { 404: 'upstream_refused', 422: 'upstream_refused' }, asked: { 401: 1, 403: 1 } };
/** Refused with the workspace's own token, it is tried with the application's. */
const TWO_BEARERS: Rule['asked'] = { 401: 4, 403: 4 };
const RUN: Rule = { safe: true, codes: { 401: 'credentials_refused', 403: 'credentials_refused', 404: 'connector_not_found', 422: 'invalid_input' } };

/** By Airbyte's call, as its contract names it. */
const BY_UPSTREAM: Readonly<Record<string, Rule>> = {
  createAgentAccessToken: APPLICATION_TOKEN,
  createPublicAccessToken: APPLICATION_TOKEN,
  createScopedToken: READ,
  createEmbeddedScopedToken: READ,
  createWidgetToken: READ,
  createPublicWidgetToken: READ,
  listEmbeddedOrganizations: READ,
  // A deployment that mints none goes on with the application's.
  createPublicScopedToken: { safe: true, codes: { 403: 'done', 404: 'done' } },
  createPublicWorkspace: WRITE,
  listSourceDefinitions: READ,
  getSourceDefinition: { safe: true, codes: { 404: 'definition_not_found' } },
  listSourceTemplates: READ,
  getSourceTemplate: READ,
  listConnectors: EMPTY,
  listConnectorInstancesForUser: EMPTY,
  listPublicSources: READ,
  listIntegrationSources: READ,
  listEmbeddedSources: READ,
  // Listed and not there: recycled.
  getConnectorInstance: EMPTY,
  // A foreign id looks like an unknown one.
  getPublicSource: { safe: true, codes: { 403: 'connector_not_found', 404: 'connector_not_found', 422: 'connector_not_found' } },
  createConnector: CREATE,
  createConnectorInstance: CREATE,
  createIntegrationSource: CREATE,
  createPartialUserConfig: CREATE,
  createPublicSource: { safe: false, codes: { 404: 'handler_misconfigured', 422: 'invalid_input' }, asked: TWO_BEARERS },
  initiateConnectorOAuth: CREATE,
  initiatePublicOAuth: { safe: false, codes: { 404: 'handler_misconfigured', 422: 'invalid_input' }, asked: TWO_BEARERS },
  updateConnector: OF_CONNECTOR,
  updateIntegrationSource: OF_CONNECTOR,
  updateEmbeddedSource: OF_CONNECTOR,
  patchPublicSource: OF_CONNECTOR,
  deleteConnector: REMOVAL,
  deleteIntegrationSource: REMOVAL,
  deleteEmbeddedSource: REMOVAL,
  deletePublicSource: REMOVAL,
  checkConnectorUpdate: UNSURE_CHECK,
  checkIntegrationSourceUpdate: CHECK_START,
  checkEmbeddedSourceUpdate: CHECK_START,
  getIntegrationSourceCheck: { ...OF_CONNECTOR, safe: true },
  getEmbeddedSourceCheck: { ...OF_CONNECTOR, safe: true },
  executeConnector: RUN,
  executeSource: RUN,
  executeConnectorInstance: { safe: true, codes: { ...RUN.codes, 404: 'connector_recycled' } },
  getOAuthCredentialsSpec: { ...CREATE, safe: true },
  putOAuthCredentials: { safe: false, codes: { ...CREATE.codes, 'broken JSON': 'done' } },
  deleteOAuthCredentials: { safe: false, codes: { 404: 'done', 422: 'invalid_input', 'broken JSON': 'done' } },
};

/** Calls that need one connector out of a list. */
const OF_ONE: ReadonlySet<string> = new Set([
  'get',
  'operations',
  'check',
  'check by Airbyte',
  'rename',
  'read',
  'write',
  'download',
  'delete',
  'api.execute',
  'api.toAgentTool',
]);

/** What a call of ours makes of the faults of one call of Airbyte's. */
export function ruleOf(variant: VariantName, call: string, upstream: string): Rule {
  const rule = BY_UPSTREAM[upstream];
  if (rule === undefined) throw new Error(`No rule for ${upstream}, which ${call} of ${variant} asks`);
  const differs = DIFFERS.find(({ when }) => when(call, upstream, variant));
  if (differs === undefined) return rule;
  return { safe: differs.safe ?? rule.safe, codes: { ...rule.codes, ...differs.codes }, asked: { ...rule.asked, ...differs.asked } };
}

/** Where the same call of Airbyte's means something else. The first that fits counts. */
const DIFFERS: readonly (Partial<Rule> & { when(call: string, upstream: string, variant: VariantName): boolean })[] = [
  { when: (call, upstream) => call === 'check by Airbyte' && upstream === 'getIntegrationSourceCheck', ...UNSURE_CHECK, safe: true },
  { when: (call, upstream) => call === 'write' && upstream.startsWith('execute'), safe: false },
  // Bytes are a file, whatever they hold.
  { when: (call, upstream) => call === 'download' && upstream.startsWith('execute'), codes: { 'broken JSON': 'done' } },
  // That the service answered is enough.
  { when: (call, upstream) => call === 'check' && upstream.startsWith('execute'), codes: { 422: 'credentials_refused', 'broken JSON': 'done' } },
  // An application that may not read templates has no presets; with templates() they are what is offered.
  {
    when: (_call, upstream, variant) => upstream.endsWith('SourceTemplate') && !variant.startsWith('templates'),
    codes: { 401: 'done', 403: 'done', 404: 'done' },
  },
  {
    when: (_call, upstream, variant) => upstream.endsWith('SourceTemplates') && !variant.startsWith('templates'),
    codes: { 401: 'done', 403: 'done', 404: 'done' },
  },
  { when: (call, upstream) => OF_ONE.has(call) && upstream === 'listConnectors', codes: { 404: 'connector_not_found' } },
  // The list is the proof of what the consent made. What will not pass ends the attempt: then it is looked once more for what is to be removed.
  {
    when: (call, upstream, variant) => call === 'complete' && upstream === 'listConnectors' && variant === 'connectors, current',
    codes: { 404: 'connector_refused' },
    asked: { 401: 4, 403: 4, 404: 2, 422: 2 },
  },
  {
    when: (call, upstream, variant) => call === 'complete' && upstream === 'createAgentAccessToken' && variant === 'connectors, current',
    asked: { 401: 2, 403: 2, 404: 2, 422: 2 },
  },
  // Where no token of a workspace is minted, there is none to hand out.
  { when: (call, upstream) => call === 'token' && upstream === 'createPublicScopedToken', codes: { 403: 'not_supported', 404: 'not_supported' } },
  // Of instances Airbyte removes none, wherever they are.
  { when: (call, upstream) => call === 'api.deleteUser' && upstream === 'getConnectorInstance', codes: { 404: 'not_supported' } },
  // What is gone need not be removed.
  { when: (call, upstream) => call === 'api.deleteUser' && /^delete(?!OAuth)/.test(upstream), codes: { 404: 'done' } },
  { when: (call, upstream) => call === 'api.deleteUser' && upstream === 'getPublicSource', codes: { 403: 'done', 404: 'done', 422: 'done' } },
];
