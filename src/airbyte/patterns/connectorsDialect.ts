import type { ConnectorValues, JsonObject, ValuePlace } from '../../core/index.js';
import { idSegment } from '../send.js';
import type { AirbytePattern, PatternCreateInput, PatternInitiateInput } from './pattern.js';

/** How one generation of the connectors API names things. The bodies are exactly what is sent. */
export interface ConnectorsDialect {
  listQuery(workspaceName: string): Record<string, string>;
  createBody(workspaceName: string, input: PatternCreateInput): JsonObject;
  initiateBody(workspaceName: string, input: PatternInitiateInput): JsonObject;
  executePath(connectorId: string): string;
}

const current: ConnectorsDialect = {
  listQuery: (workspaceName) => ({ workspace_name: workspaceName }),
  createBody: (workspaceName, input) => ({ workspace_name: workspaceName, definition_id: input.definition.id, ...nameAndValues(input) }),
  initiateBody: (workspaceName, { definition, name, values, redirectUrl }) => ({
    workspace_name: workspaceName,
    definition_id: definition.id,
    redirect_url: redirectUrl,
    ...named(name),
    ...places(values, ['environment', 'replication_config']),
  }),
  executePath: (connectorId) => `/api/v1/integrations/connectors/${idSegment(connectorId)}/execute`,
};

/** The guides' calls. A name and a replication config belong to its create, after the consent. */
const seed: ConnectorsDialect = {
  listQuery: (workspaceName) => ({ external_user_id: workspaceName }),
  createBody: (workspaceName, input) => ({ external_user_id: workspaceName, connector_type: input.definition.name, ...nameAndValues(input) }),
  initiateBody: (workspaceName, { definition, values, redirectUrl }) => ({
    external_user_id: workspaceName,
    connector_type: definition.name,
    redirect_url: redirectUrl,
    ...(isEmpty(values.environment) ? {} : { oauth_input_configuration: values.environment }),
  }),
  executePath: (connectorId) => `/api/v1/connectors/sources/${idSegment(connectorId)}/execute`,
};

export const CONNECTORS_DIALECTS: Readonly<Record<AirbytePattern['generation'], ConnectorsDialect>> = { current, seed };

function nameAndValues({ name, values, secretId }: PatternCreateInput): JsonObject {
  return secretId === undefined
    ? { ...named(name), ...places(values, ['credentials', 'environment', 'replication_config']) }
    : { ...named(name), server_side_oauth_secret_id: secretId, ...places(values, ['environment', 'replication_config']) };
}

const named = (name: string | undefined): JsonObject => (name === undefined ? {} : { name });

/** The values by place, untouched; an empty place is left out. */
function places(values: ConnectorValues, wanted: readonly ValuePlace[]): JsonObject {
  return Object.fromEntries(wanted.filter((place) => !isEmpty(values[place])).map((place) => [place, values[place]]));
}

const isEmpty = (value: JsonObject | undefined): boolean => value === undefined || Object.keys(value).length === 0;
