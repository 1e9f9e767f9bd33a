/** Every call of the contract: method, path, operation id. Public paths (`/v1/...`) also hang under `/api/public` on self-managed hosts. */
const CALLS: readonly (readonly [method: string, path: string, operationId: string])[] = [
  ['POST', '/api/v1/account/applications/scoped-token', 'createScopedToken'],
  ['GET', '/api/v1/account/applications/scoped-token/info', 'getScopedTokenInfo'],
  ['POST', '/api/v1/account/applications/token', 'createAgentAccessToken'],
  ['POST', '/api/v1/account/applications/widget-token', 'createWidgetToken'],
  ['POST', '/api/v1/connectors/instances', 'createConnectorInstance'],
  ['GET', '/api/v1/connectors/instances/{instance_id}', 'getConnectorInstance'],
  ['POST', '/api/v1/connectors/instances/{instance_id}/execute', 'executeConnectorInstance'],
  ['GET', '/api/v1/connectors/instances_for_user', 'listConnectorInstancesForUser'],
  ['POST', '/api/v1/connectors/sources/{source_id}/execute', 'executeSource'],
  ['POST', '/api/v1/embedded/partial_user_configs/', 'createPartialUserConfig'],
  ['POST', '/api/v1/embedded/scoped-token', 'createEmbeddedScopedToken'],
  ['GET', '/api/v1/embedded/scoped-token/info', 'getEmbeddedScopedTokenInfo'],
  ['GET', '/api/v1/embedded/source-templates', 'listEmbeddedSourceTemplates'],
  ['GET', '/api/v1/embedded/source-templates/{id}', 'getEmbeddedSourceTemplate'],
  ['POST', '/api/v1/embedded/sources', 'createEmbeddedSource'],
  ['GET', '/api/v1/embedded/sources', 'listEmbeddedSources'],
  ['POST', '/api/v1/embedded/sources/check', 'checkEmbeddedSource'],
  ['GET', '/api/v1/embedded/sources/check/{id}/status', 'getEmbeddedSourceCheck'],
  ['GET', '/api/v1/embedded/sources/{id}', 'getEmbeddedSource'],
  ['PUT', '/api/v1/embedded/sources/{id}', 'updateEmbeddedSource'],
  ['DELETE', '/api/v1/embedded/sources/{id}', 'deleteEmbeddedSource'],
  ['POST', '/api/v1/embedded/sources/{id}/check', 'checkEmbeddedSourceUpdate'],
  ['POST', '/api/v1/embedded/widget-token', 'createEmbeddedWidgetToken'],
  ['POST', '/api/v1/embedded/widget_token', 'createAgentWidgetTokenCamel'],
  ['POST', '/api/v1/integrations/connectors', 'createConnector'],
  ['GET', '/api/v1/integrations/connectors', 'listConnectors'],
  ['POST', '/api/v1/integrations/connectors/check', 'checkNewConnector'],
  ['POST', '/api/v1/integrations/connectors/oauth/initiate', 'initiateConnectorOAuth'],
  ['GET', '/api/v1/integrations/connectors/{id}', 'getConnector'],
  ['PUT', '/api/v1/integrations/connectors/{id}', 'updateConnector'],
  ['DELETE', '/api/v1/integrations/connectors/{id}', 'deleteConnector'],
  ['POST', '/api/v1/integrations/connectors/{id}/check', 'checkConnectorUpdate'],
  ['POST', '/api/v1/integrations/connectors/{id}/execute', 'executeConnector'],
  ['GET', '/api/v1/integrations/definitions/sources', 'listSourceDefinitions'],
  ['GET', '/api/v1/integrations/definitions/sources/{id}', 'getSourceDefinition'],
  ['POST', '/api/v1/integrations/sources', 'createIntegrationSource'],
  ['GET', '/api/v1/integrations/sources', 'listIntegrationSources'],
  ['POST', '/api/v1/integrations/sources/check', 'checkIntegrationSource'],
  ['GET', '/api/v1/integrations/sources/check/{id}/status', 'getIntegrationSourceCheck'],
  ['GET', '/api/v1/integrations/sources/{id}', 'getIntegrationSource'],
  ['PUT', '/api/v1/integrations/sources/{id}', 'updateIntegrationSource'],
  ['DELETE', '/api/v1/integrations/sources/{id}', 'deleteIntegrationSource'],
  ['POST', '/api/v1/integrations/sources/{id}/check', 'checkIntegrationSourceUpdate'],
  ['GET', '/api/v1/integrations/templates/sources', 'listSourceTemplates'],
  ['POST', '/api/v1/integrations/templates/sources', 'createSourceTemplate'],
  ['GET', '/api/v1/integrations/templates/sources/global', 'listGlobalSourceTemplates'],
  ['GET', '/api/v1/integrations/templates/sources/{id}', 'getSourceTemplate'],
  ['PATCH', '/api/v1/integrations/templates/sources/{id}', 'updateSourceTemplate'],
  ['DELETE', '/api/v1/integrations/templates/sources/{id}', 'deleteSourceTemplate'],
  ['POST', '/api/v1/integrations/templates/sources/{id}/tags', 'tagSourceTemplate'],
  ['DELETE', '/api/v1/integrations/templates/sources/{id}/tags/{tag_name}', 'untagSourceTemplate'],
  ['GET', '/api/v1/integrations/templates/tags', 'listTemplateTags'],
  ['POST', '/api/v1/integrations/templates/tags', 'createTemplateTag'],
  ['PUT', '/api/v1/integrations/templates/tags/{name}', 'renameTemplateTag'],
  ['DELETE', '/api/v1/integrations/templates/tags/{name}', 'deleteTemplateTag'],
  ['PUT', '/api/v1/oauth/credentials', 'putOAuthCredentials'],
  ['DELETE', '/api/v1/oauth/credentials/connector_type/{connector_type}', 'deleteOAuthCredentials'],
  ['GET', '/api/v1/oauth/credentials/spec', 'getOAuthCredentialsSpec'],
  ['GET', '/api/v1/workspaces', 'listAgentWorkspaces'],
  ['GET', '/api/v1/workspaces/stats', 'getAgentWorkspaceStats'],
  ['GET', '/api/v1/workspaces/{workspace_id}', 'getAgentWorkspace'],
  ['PUT', '/api/v1/workspaces/{workspace_id}', 'updateAgentWorkspace'],
  ['DELETE', '/api/v1/workspaces/{workspace_id}', 'deleteAgentWorkspace'],
  ['POST', '/v1/applications/token', 'createPublicAccessToken'],
  ['GET', '/v1/embedded/organizations', 'listEmbeddedOrganizations'],
  ['POST', '/v1/embedded/scoped_token', 'createPublicScopedToken'],
  ['POST', '/v1/embedded/widget_token', 'createPublicWidgetToken'],
  ['POST', '/v1/sources', 'createPublicSource'],
  ['GET', '/v1/sources', 'listPublicSources'],
  ['POST', '/v1/sources/initiateOAuth', 'initiatePublicOAuth'],
  ['GET', '/v1/sources/{sourceId}', 'getPublicSource'],
  ['PATCH', '/v1/sources/{sourceId}', 'patchPublicSource'],
  ['PUT', '/v1/sources/{sourceId}', 'putPublicSource'],
  ['DELETE', '/v1/sources/{sourceId}', 'deletePublicSource'],
  ['POST', '/v1/workspaces', 'createPublicWorkspace'],
  ['GET', '/v1/workspaces', 'listPublicWorkspaces'],
  ['GET', '/v1/workspaces/{workspaceId}', 'getPublicWorkspace'],
  ['PATCH', '/v1/workspaces/{workspaceId}', 'updatePublicWorkspace'],
  ['DELETE', '/v1/workspaces/{workspaceId}', 'deletePublicWorkspace'],
  ['PUT', '/v1/workspaces/{workspaceId}/oauthCredentials', 'putWorkspaceOAuthCredentials'],
  ['DELETE', '/v1/workspaces/{workspaceId}/oauthCredentials/{actorType}/{name}', 'deleteWorkspaceOAuthCredentials'],
];

/** A call as the contract knows it. */
export interface ContractCall {
  method: string;
  /** With `{placeholders}`. */
  path: string;
  operationId: string;
}

const literal = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const pattern = (path: string) => new RegExp(`^${literal(path.replace(/\/$/, '')).replace(/\{[^}]+\}/g, '([^/]+)')}/?$`);

// Fixed segments win over placeholders: `/connectors/check` before `/connectors/{id}`.
const placeholders = (path: string) => path.split('{').length;
const MATCHERS = CALLS.toSorted(([, one], [, other]) => placeholders(one) - placeholders(other)).map(([method, path, operationId]) => ({
  call: { method, path, operationId },
  pattern: pattern(path),
}));

/** The call of the contract that a request makes, or null when the contract has none. */
export function contractCallOf(method: string, pathname: string): ContractCall | null {
  const path = pathname.replace(/^\/api\/public(?=\/v1\/)/, '');
  return MATCHERS.find(({ call, pattern: matches }) => call.method === method && matches.test(path))?.call ?? null;
}
