import type { CallOptions, JsonObject, JsonSchema } from '../core/index.js';
import { ConnectError, isJsonObject, readJson } from '../core/index.js';
import { createCaller, isSuccess } from './call.js';
import type { PatternContext } from './patterns/pattern.js';
import { createSend } from './send.js';

const PATH = '/api/v1/oauth/credentials';

/** A definition, as Airbyte names it in these calls. */
interface Named {
  id: string;
  /** The display name, with its own spaces. */
  name: string;
}

/** The organization's own OAuth apps. What was stored is never answered by Airbyte. */
export interface OAuthApps {
  /** @throws {ConnectError} `invalid_input` with the fields that are missing, `definition_not_found` */
  set(definition: Named, configuration: JsonObject, options?: CallOptions): Promise<void>;
  /** The fields that an app of this definition needs. */
  describe(definition: Named, options?: CallOptions): Promise<JsonSchema>;
  /** Back to Airbyte's own app. Nothing to remove is no failure. */
  remove(definition: Named, options?: CallOptions): Promise<void>;
}

export function createOAuthApps(context: Pick<PatternContext, 'hosts' | 'tokens' | 'fetch' | 'now' | 'organizationId'>): OAuthApps {
  const caller = createCaller(createSend(context), context.tokens, context.now);
  return {
    async set({ id }, configuration, { signal } = {}) {
      const body = { connector_definition_id: id, configuration };
      const paths = Object.keys(configuration).map((name) => `configuration.${name}`);
      await caller.call({ method: 'PUT', host: 'agent', path: PATH, body, signal }, 'application', { call: 'create', paths });
    },

    async describe({ name }, { signal } = {}) {
      const request = { method: 'GET', host: 'agent', path: `${PATH}/spec`, query: { connector_type: name }, safe: true, signal } as const;
      const schema = readJson(await caller.call(request, 'application', { call: 'create' }));
      if (isJsonObject(schema)) return schema;
      throw new ConnectError('upstream_invalid', 'Airbyte answered something else than a schema for an OAuth app.');
    },

    async remove({ name }, { signal } = {}) {
      const path = `${PATH}/connector_type/${encodeURIComponent(name)}`;
      const answer = await caller.exchange({ method: 'DELETE', host: 'agent', path, signal }, 'application');
      if (!isSuccess(answer) && answer.status !== 404) throw caller.failure(answer, { call: 'create' });
    },
  };
}
