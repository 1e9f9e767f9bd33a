import { allowedOperations } from '../allowedOperations.js';
import { json } from '../answer.js';
import { type Call, param } from '../call.js';
import { connectable } from '../oauthOverrides.js';
import { offeredDefinition, offersOf } from '../offers.js';
import { reportUnknownNames } from '../unknownNames.js';

/** `GET /definitions`: what is offered to this user. */
export async function listDefinitions(call: Call): Promise<Response> {
  const { client, userId, request } = call;
  const offered = await offersOf(call, userId);
  const definitions = await client.listDefinitions({ signal: request.signal });
  reportUnknownNames(call, definitions);
  return json({ definitions: await connectable(call, userId, definitions.filter(offered)) });
}

/** `GET /definitions/{id}`, by id or slug, with the operations that `allow` permits. */
export async function getDefinition(call: Call): Promise<Response> {
  const definition = await offeredDefinition(call, call.userId, param(call, 'id'));
  const operations = await allowedOperations(call.settings, definition);
  return json({ definition: operations === null ? definition : { ...definition, operations } });
}
