import { alternativesOf, type CallOptions, ConnectError, type ConnectorDefinitionDetail, isJsonObject, type JsonSchema, propertiesOf } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { getSourceDefinition, type SpecifiedDefinition } from './calls/definitionCalls.js';
import { type MethodsOptions, methodsOfSpec } from './methodsOfSpec.js';
import type { PatternContext } from './patterns/pattern.js';
import { RecentMap } from './recentMap.js';

/** Milliseconds for which a specification is believed. */
const LIFE = 5 * 60_000;
const LIMIT = 64;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Kept {
  definition: SpecifiedDefinition | null;
  /** Milliseconds since the epoch. */
  until: number;
}

/**
 * Definitions that the catalogue does not know, by the specification that Airbyte has of them. Only by id: without the catalogue there is
 * no slug. In token mode there are none, since a browser's token may not read them.
 */
export function createApiDefinitions(caller: AirbyteCaller, { now, tokenMode, withoutConsent }: Pick<PatternContext, 'now' | 'tokenMode' | 'withoutConsent'>) {
  const recent = new RecentMap<Kept>(LIMIT);
  const find = async (id: string, options?: CallOptions): Promise<SpecifiedDefinition | null> => {
    if (tokenMode !== undefined || !UUID.test(id)) return null;
    const key = id.toLowerCase();
    const kept = recent.getOrMake(key, () => ({ definition: null, until: 0 }));
    if (kept.until <= now()) Object.assign(kept, { definition: await getSourceDefinition(caller, key, options), until: now() + LIFE });
    return kept.definition;
  };
  const detail = async (id: string, options?: CallOptions): Promise<ConnectorDefinitionDetail> => {
    const found = await find(id, options);
    if (found === null) throw new ConnectError('definition_not_found', 'Neither the catalogue nor Airbyte has a definition of this id or slug.');
    return detailOf(found, { withoutConsent });
  };
  return {
    /**
     * @throws {ConnectError} `definition_not_found` when Airbyte has none of this id, `not_supported` when no form can be made of its
     *   specification
     */
    detail,
    /** Dotted paths of every value that its forms ask for: what Airbyte's field errors are matched against. None of an unknown one. */
    paths: async (id: string, options?: CallOptions): Promise<string[]> => {
      const found = await find(id, options);
      return found === null ? [] : [...new Set(detailOf(found, { withoutConsent }).methods.flatMap(({ schema }) => schemaPaths(schema)))];
    },
  };
}

function detailOf({ id, name, iconUrl, spec }: SpecifiedDefinition, options: MethodsOptions): ConnectorDefinitionDetail {
  const { connectionSpecification = spec?.connection_specification } = spec ?? {};
  if (!isJsonObject(connectionSpecification) || !describesValues(connectionSpecification)) {
    throw new ConnectError('not_supported', `Airbyte's specification of ${name} is none that a form can be made of. Add ${name} to the catalogue to offer it.`);
  }
  return { id, slug: null, name, category: null, iconUrl, methods: methodsOfSpec(connectionSpecification, spec, name, options) };
}

/** Something that a form can be made of: also a specification of no values at all, of a service that asks for none. */
const describesValues = ({ type, properties, oneOf, anyOf, allOf }: JsonSchema): boolean =>
  type === 'object' || isJsonObject(properties) || [oneOf, anyOf, allOf].some(Array.isArray);

/** Levels of a configuration that are looked at. */
const DEPTH = 8;

function schemaPaths(schema: JsonSchema, depth = DEPTH): string[] {
  if (depth === 0) return [];
  return propertiesOf(schema).flatMap(([name, property]) => {
    const inner = [property, ...alternativesOf(property)].flatMap((part) => schemaPaths(part, depth - 1));
    return inner.length === 0 ? [name] : inner.map((path) => `${name}.${path}`);
  });
}
