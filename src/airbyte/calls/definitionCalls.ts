import * as z from 'zod/mini';
import type { CallOptions, JsonObject } from '../../core/index.js';
import { type AirbyteCaller, isSuccess, parseAnswer } from '../call.js';
import { idSegment } from '../send.js';

const listed = z.object({ sourceDefinitionId: z.nullish(z.string()), name: z.string(), iconUrl: z.nullish(z.string()) });
const definitionsAnswer = z.object({ definitions: z.array(listed) });
const definitionAnswer = z.object({
  definition: z.object({ name: z.string(), iconUrl: z.nullish(z.string()), spec: z.nullish(z.record(z.string(), z.unknown())) }),
});

const PATH = '/api/v1/integrations/definitions/sources';

/** A kind of connector as Airbyte lists it. */
export interface ListedDefinition {
  id: string;
  name: string;
  /** An absolute https URL, or null. */
  iconUrl: string | null;
}

/** A kind of connector with its specification. */
export interface SpecifiedDefinition extends ListedDefinition {
  /** `connectionSpecification` and `advanced_auth`, as Airbyte keeps them; null where it has none. */
  spec: JsonObject | null;
}

/** All kinds of connectors that Airbyte offers; entries without an id (destinations) are left out. */
export async function listSourceDefinitions(caller: AirbyteCaller, { signal }: CallOptions = {}): Promise<ListedDefinition[]> {
  const answer = await caller.call({ method: 'GET', host: 'agent', path: PATH, safe: true, signal }, 'application', { call: 'definitions' });
  return parseAnswer(definitionsAnswer, answer).definitions.flatMap(({ sourceDefinitionId: id, name, iconUrl }) =>
    id == null ? [] : [{ id, name, iconUrl: secureIcon(iconUrl) }],
  );
}

/** One kind of connector by its id; null when Airbyte has none of it. */
export async function getSourceDefinition(caller: AirbyteCaller, id: string, { signal }: CallOptions = {}): Promise<SpecifiedDefinition | null> {
  const answer = await caller.exchange({ method: 'GET', host: 'agent', path: `${PATH}/${idSegment(id)}`, safe: true, signal }, 'application');
  if (answer.status === 404) return null;
  if (!isSuccess(answer)) throw caller.failure(answer, { call: 'definitions' });
  const { name, iconUrl, spec = null } = parseAnswer(definitionAnswer, answer).definition;
  return { id, name, iconUrl: secureIcon(iconUrl), spec };
}

const secureIcon = (url: string | null | undefined): string | null => (url?.startsWith('https://') === true ? url : null);
