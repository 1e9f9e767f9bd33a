import { connectors } from '../../airbyte/index.js';
import type { JsonObject, JsonSchema } from '../../core/index.js';
import { type ConnectHandlerApi, createConnectHandler } from '../../server/index.js';
import { AIRBYTE_OPTIONS } from '../airbyteOptions.js';
import type { CliWorld } from '../cliWorld.js';
import { EXIT } from '../exitCodes.js';
import { slugOf } from '../nameMatches.js';
import { readArguments } from '../readArguments.js';
import { refuse } from '../refuse.js';
import { type AirbyteAccess, withAirbyte } from '../withAirbyte.js';

const ACTIONS = { set, show, remove };
const USAGE = 'oauth-app takes set, show or remove, and a name: airbyte-connect-kit oauth-app set hubspot';

interface Task {
  api: ConnectHandlerApi;
  definition: string;
  world: CliWorld;
  json: boolean | undefined;
}

/** `oauth-app set|show|remove <name>`: the organization's own OAuth app of a service. */
export async function oauthApp(args: readonly string[], world: CliWorld): Promise<number> {
  const read = readArguments(args, AIRBYTE_OPTIONS);
  if ('problem' in read) return refuse(world, read.problem);
  const [action = '', name, ...more] = read.positionals;
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action as keyof typeof ACTIONS] : undefined; // SAFETY: `hasOwn` has just said so.
  if (run === undefined || name === undefined || more.length > 0) return refuse(world, USAGE);
  const { json } = read.values;
  return withAirbyte(world, read.values, (access) => run({ api: apiOf(access, world), definition: definitionOf(name), world, json }));
}

async function set({ api, definition, world, json }: Task): Promise<number> {
  const credentials: JsonObject = {};
  for (const { name, title, isRequired } of fieldsOf(await api.describeOAuthApp(definition))) {
    const value = world.env[variableOf(name)]?.trim() || (isRequired ? await world.askSecret(title) : null);
    if (value) credentials[name] = value;
    else if (isRequired) return refuse(world, `${title} is missing: set ${variableOf(name)} in the environment, or run it at a terminal that can ask for it.`);
  }
  await api.setOAuthApp({ definition, credentials });
  say(world, json, { done: 'set', definition }, `Sign-ins of ${definition} go through your own OAuth app now.`);
  return EXIT.ok;
}

async function show({ api, definition, world, json }: Task): Promise<number> {
  const fields = fieldsOf(await api.describeOAuthApp(definition));
  const lines = fields.map(({ name, title, isRequired }) => `  ${variableOf(name)}  ${title}${isRequired ? '' : ' (optional)'}`);
  const named = fields.map(({ name, isRequired }) => ({ name, variable: variableOf(name), required: isRequired }));
  say(world, json, { definition, fields: named }, `An OAuth app of ${definition} needs:\n${lines.join('\n')}\nAirbyte never shows what is stored.`);
  return EXIT.ok;
}

async function remove({ api, definition, world, json }: Task): Promise<number> {
  await api.removeOAuthApp(definition);
  say(world, json, { done: 'removed', definition }, `Sign-ins of ${definition} go through Airbyte’s own OAuth app again.`);
  return EXIT.ok;
}

function say({ out }: CliWorld, json: boolean | undefined, result: object, sentence: string): void {
  out(json ? `${JSON.stringify({ ok: true, ...result })}\n` : `${sentence}\n`);
}

/** The functions of the handler: the same calls as a backend makes. Nobody asks it over HTTP. */
function apiOf({ place, credentials }: AirbyteAccess, { fetch, now }: CliWorld): ConnectHandlerApi {
  const { hosts, organizationId, generation } = place;
  const unused = { authorize: () => null, callbackUrl: 'http://localhost/' };
  return createConnectHandler({ ...credentials, ...unused, hosts, organizationId, pattern: connectors({ generation }), fetch, now }).api;
}

const definitionOf = (name: string): string => (/^[\da-f-]{36}$/i.test(name) ? name : slugOf(name));

/** `client_id` is asked as `OAUTH_CLIENT_ID`. */
const variableOf = (name: string): string => `OAUTH_${name.replace(/\W+/g, '_').toUpperCase()}`;

function fieldsOf({ properties, required }: JsonSchema): { name: string; title: string; isRequired: boolean }[] {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, title: titleOf(schema) ?? name, isRequired: needed.includes(name) }));
}

const titleOf = (schema: unknown): string | undefined =>
  typeof schema === 'object' && schema !== null && 'title' in schema && typeof schema.title === 'string' ? schema.title : undefined;
