import * as z from 'zod/mini';
import type { CallOptions } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';

const definitionsAnswer = z.object({
  definitions: z.array(z.object({ sourceDefinitionId: z.nullish(z.string()), name: z.string(), iconUrl: z.nullish(z.string()) })),
});

/** A kind of connector as Airbyte lists it. */
export interface ListedDefinition {
  id: string;
  name: string;
  iconUrl: string | null;
}

/** All kinds of connectors that Airbyte offers; entries without an id (destinations) are left out. */
export async function listSourceDefinitions(caller: AirbyteCaller, { signal }: CallOptions = {}): Promise<ListedDefinition[]> {
  const answer = await caller.call({ method: 'GET', host: 'agent', path: '/api/v1/integrations/definitions/sources', safe: true, signal }, 'application', {
    call: 'definitions',
  });
  return parseAnswer(definitionsAnswer, answer).definitions.flatMap(({ sourceDefinitionId: id, name, iconUrl = null }) =>
    id == null ? [] : [{ id, name, iconUrl }],
  );
}
