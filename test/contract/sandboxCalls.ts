import { at, CLIENT, HUBSPOT, listAt, type openSandbox, STRIPE, stripeBody, textAt } from '../sandbox/api.js';

type Api = Awaited<ReturnType<typeof openSandbox>>;

/** A call of every operation, as the contract would have it. */
export interface OperationCall {
  operationId: string;
  method: string;
  path: string;
  body?: unknown;
}

const REDIRECT = 'https://app.example.com/connected';
const stripeConfig = { api_key: 'sk_test_1', account_id: 'acct_1' };
const publicBody = (workspaceId: string) => ({ name: 'Shop', workspaceId, configuration: { sourceType: 'stripe', ...stripeConfig } });

/** Names and ids that the calls need: made anew for each, so that none depends on another. */
export async function stage(api: Api) {
  const { post, get, scoped, application, send, create } = api;
  const token = await scoped('ada');
  const about = (await send(token, 'GET', '/api/v1/account/applications/scoped-token/info')).body;
  const [workspaceId, organizationId] = [textAt(about, 'workspace_id'), textAt(about, 'organization_id')];
  const connector = await create(stripeBody('ada'));
  const instance = textAt(
    (await send(token, 'POST', '/api/v1/connectors/instances', { connector_definition_id: STRIPE, name: 'shop', auth_config: { api_key: 'sk_1' } })).body,
    'id',
  );
  const templates = (await get('/api/v1/integrations/templates/sources')).body;
  const template = templateOf(templates, STRIPE);
  const global = templateOf((await get('/api/v1/integrations/templates/sources/global')).body, HUBSPOT);
  await post('/api/v1/integrations/templates/tags', { name: 'crm' });
  await post(`/api/v1/integrations/templates/sources/${template}/tags`, { tag: 'crm' });
  const sourceBody = { workspace_id: workspaceId, source_template_id: template, source_config: stripeConfig };
  const source = textAt((await post('/api/v1/integrations/sources', sourceBody)).body, 'id');
  const check = textAt((await post('/api/v1/integrations/sources/check', sourceBody)).body, 'id');
  const publicWorkspace = textAt((await post('/v1/workspaces', { name: 'customer_7' })).body, 'workspaceId');
  await send(application, 'PUT', '/api/v1/oauth/credentials', { connector_type: 'hubspot', configuration: { client_id: 'a', client_secret: 'b' } });
  await send(application, 'PUT', `/v1/workspaces/${workspaceId}/oauthCredentials`, {
    actorType: 'source',
    name: 'hubspot',
    configuration: { client_id: 'a', client_secret: 'b' },
  });
  return { token, workspaceId, connector, instance, template, global, sourceBody, source, check, publicWorkspace, organizationId };
}

function templateOf(list: unknown, definitionId: string): string {
  return textAt(
    listAt(list, 'data').find((item) => at(item, 'actor_definition_id') === definitionId),
    'id',
  );
}

const LIST = { entity: 'customers', action: 'list', params: { limit: 2 } };

/** One good call for each operation of the contract, over what `stage` made. */
export function goodCalls(s: Awaited<ReturnType<typeof stage>>): OperationCall[] {
  const call = (operationId: string, method: string, path: string, body?: unknown): OperationCall => ({ operationId, method, path, body });
  const sources = (base: string, name: string) => [
    call(`create${name}`, 'POST', base, s.sourceBody),
    call(`list${name}s`, 'GET', `${base}?workspace_id=${s.workspaceId}`),
    call(`check${name}`, 'POST', `${base}/check`, s.sourceBody),
    call(`get${name}Check`, 'GET', `${base}/check/${s.check}/status`),
    call(`get${name}`, 'GET', `${base}/${s.source}`),
    call(`update${name}`, 'PUT', `${base}/${s.source}`, { name: 'Renamed', source_config: stripeConfig }),
    call(`check${name}Update`, 'POST', `${base}/${s.source}/check`, { source_config: stripeConfig }),
    call(`delete${name}`, 'DELETE', `${base}/${s.source}`),
  ];
  const templates = '/api/v1/integrations/templates/sources';
  const connectors = '/api/v1/integrations/connectors';
  const widget = { workspace_name: 'ada', allowed_origin: 'https://app.example.com' };
  const camelWidget = { externalUserId: 'ada', organizationId: s.organizationId, allowedOrigin: 'https://app.example.com' };
  const app = { actorType: 'source', name: 'hubspot', configuration: { client_id: 'a', client_secret: 'b' } };
  return [
    call('createScopedToken', 'POST', '/api/v1/account/applications/scoped-token', { workspace_name: 'ada' }),
    call('getScopedTokenInfo', 'GET', '/api/v1/account/applications/scoped-token/info'),
    call('createAgentAccessToken', 'POST', '/api/v1/account/applications/token', CLIENT),
    call('createWidgetToken', 'POST', '/api/v1/account/applications/widget-token', widget),
    call('createConnectorInstance', 'POST', '/api/v1/connectors/instances', { connector_definition_id: STRIPE, name: 'x', auth_config: { api_key: 'sk' } }),
    call('getConnectorInstance', 'GET', `/api/v1/connectors/instances/${s.instance}`),
    call('executeConnectorInstance', 'POST', `/api/v1/connectors/instances/${s.instance}/execute`, LIST),
    call('listConnectorInstancesForUser', 'GET', '/api/v1/connectors/instances_for_user?username=ada'),
    call('executeSource', 'POST', `/api/v1/connectors/sources/${s.source}/execute`, LIST),
    call('createPartialUserConfig', 'POST', '/api/v1/embedded/partial_user_configs/', {
      workspace_id: s.workspaceId,
      source_config_template_id: s.template,
      connection_configuration: stripeConfig,
    }),
    call('createEmbeddedScopedToken', 'POST', '/api/v1/embedded/scoped-token', { workspace_name: 'ada' }),
    call('getEmbeddedScopedTokenInfo', 'GET', '/api/v1/embedded/scoped-token/info'),
    call('listEmbeddedSourceTemplates', 'GET', '/api/v1/embedded/source-templates?tags_mode=any'),
    call('getEmbeddedSourceTemplate', 'GET', `/api/v1/embedded/source-templates/${s.template}`),
    ...sources('/api/v1/embedded/sources', 'EmbeddedSource'),
    call('createEmbeddedWidgetToken', 'POST', '/api/v1/embedded/widget-token', widget),
    call('createAgentWidgetTokenCamel', 'POST', '/api/v1/embedded/widget_token', camelWidget),
    call('createConnector', 'POST', connectors, stripeBody('ada')),
    call('listConnectors', 'GET', `${connectors}?workspace_name=ada`),
    call('checkNewConnector', 'POST', `${connectors}/check`, stripeBody('ada')),
    call('initiateConnectorOAuth', 'POST', `${connectors}/oauth/initiate`, { workspace_name: 'ada', definition_id: HUBSPOT, redirect_url: REDIRECT }),
    call('getConnector', 'GET', `${connectors}/${s.connector}`),
    call('updateConnector', 'PUT', `${connectors}/${s.connector}`, { name: 'Renamed' }),
    call('checkConnectorUpdate', 'POST', `${connectors}/${s.connector}/check`, {}),
    call('executeConnector', 'POST', `${connectors}/${s.connector}/execute`, LIST),
    call('deleteConnector', 'DELETE', `${connectors}/${s.connector}`),
    call('listSourceDefinitions', 'GET', '/api/v1/integrations/definitions/sources?name=s'),
    call('getSourceDefinition', 'GET', `/api/v1/integrations/definitions/sources/${HUBSPOT}`),
    ...sources('/api/v1/integrations/sources', 'IntegrationSource'),
    call('listSourceTemplates', 'GET', `${templates}?tags_mode=all`),
    call('createSourceTemplate', 'POST', templates, { original_source_template_id: s.global, name: 'Ours' }),
    call('listGlobalSourceTemplates', 'GET', `${templates}/global`),
    call('getSourceTemplate', 'GET', `${templates}/${s.template}`),
    call('updateSourceTemplate', 'PATCH', `${templates}/${s.template}`, { name: 'Ours', propagate: false, partial_default_config: { account_id: 'acct_9' } }),
    call('tagSourceTemplate', 'POST', `${templates}/${s.template}/tags`, { tag: 'crm' }),
    call('untagSourceTemplate', 'DELETE', `${templates}/${s.template}/tags/crm`),
    call('deleteSourceTemplate', 'DELETE', `${templates}/${s.template}`),
    call('listTemplateTags', 'GET', '/api/v1/integrations/templates/tags'),
    call('createTemplateTag', 'POST', '/api/v1/integrations/templates/tags', { name: 'billing' }),
    call('renameTemplateTag', 'PUT', '/api/v1/integrations/templates/tags/crm', { name: 'sales' }),
    call('deleteTemplateTag', 'DELETE', '/api/v1/integrations/templates/tags/crm'),
    call('putOAuthCredentials', 'PUT', '/api/v1/oauth/credentials', { connector_type: 'HubSpot', configuration: { client_id: 'a', client_secret: 'b' } }),
    call('deleteOAuthCredentials', 'DELETE', '/api/v1/oauth/credentials/connector_type/hubspot'),
    call('getOAuthCredentialsSpec', 'GET', '/api/v1/oauth/credentials/spec?connector_type=hubspot'),
    call('listAgentWorkspaces', 'GET', '/api/v1/workspaces?limit=1'),
    call('getAgentWorkspaceStats', 'GET', '/api/v1/workspaces/stats'),
    call('getAgentWorkspace', 'GET', `/api/v1/workspaces/${s.workspaceId}`),
    call('updateAgentWorkspace', 'PUT', `/api/v1/workspaces/${s.workspaceId}`, { name: 'ada', status: 'active', cache_enabled: true }),
    call('deleteAgentWorkspace', 'DELETE', `/api/v1/workspaces/${s.workspaceId}`),
    call('createPublicAccessToken', 'POST', '/v1/applications/token', CLIENT),
    call('listEmbeddedOrganizations', 'GET', '/v1/embedded/organizations'),
    call('createPublicScopedToken', 'POST', '/v1/embedded/scoped_token', { workspaceId: s.workspaceId }),
    call('createPublicWidgetToken', 'POST', '/v1/embedded/widget_token', camelWidget),
    call('createPublicSource', 'POST', '/v1/sources', publicBody(s.workspaceId)),
    call('listPublicSources', 'GET', '/v1/sources?limit=1&offset=0'),
    call('initiatePublicOAuth', 'POST', '/v1/sources/initiateOAuth', { workspaceId: s.workspaceId, sourceType: 'intercom', redirectUrl: REDIRECT }),
    call('getPublicSource', 'GET', `/v1/sources/${s.source}`),
    call('patchPublicSource', 'PATCH', `/v1/sources/${s.source}`, { name: 'Renamed' }),
    call('putPublicSource', 'PUT', `/v1/sources/${s.source}`, { name: 'Renamed', configuration: stripeConfig }),
    call('deletePublicSource', 'DELETE', `/v1/sources/${s.source}`),
    call('createPublicWorkspace', 'POST', '/v1/workspaces', { name: 'customer_8' }),
    call('listPublicWorkspaces', 'GET', '/v1/workspaces?limit=1'),
    call('getPublicWorkspace', 'GET', `/v1/workspaces/${s.publicWorkspace}`),
    call('updatePublicWorkspace', 'PATCH', `/v1/workspaces/${s.publicWorkspace}`, { name: 'customer_9' }),
    call('deletePublicWorkspace', 'DELETE', `/v1/workspaces/${s.publicWorkspace}`),
    call('putWorkspaceOAuthCredentials', 'PUT', `/v1/workspaces/${s.workspaceId}/oauthCredentials`, app),
    call('deleteWorkspaceOAuthCredentials', 'DELETE', `/v1/workspaces/${s.workspaceId}/oauthCredentials/source/hubspot`),
  ];
}
