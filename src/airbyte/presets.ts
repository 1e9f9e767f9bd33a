import { type CallOptions, type ConnectorDefinitionDetail, type ConnectorValues, isJsonObject, type JsonSchema } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { presetNames } from './calls/templateCalls.js';
import type { PatternContext } from './patterns/pattern.js';
import { RecentMap } from './recentMap.js';

/** Milliseconds for which the names are believed. */
const LIFE = 5 * 60_000;
const LIMIT = 256;

interface Kept {
  names: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  until: number;
}

/** What the organization's templates preset, by name: such values are neither asked, shown nor sent. In token mode nothing is known of it. */
export function createPresets(caller: AirbyteCaller, { now, tokenMode }: Pick<PatternContext, 'now' | 'tokenMode'>) {
  const recent = new RecentMap<Kept>(LIMIT);
  return {
    async names(definitionId: string, options?: CallOptions): Promise<ReadonlySet<string>> {
      if (tokenMode !== undefined) return new Set();
      const kept = recent.getOrMake(definitionId, () => ({ names: new Set(), until: 0 }));
      if (kept.until <= now()) Object.assign(kept, { names: await presetNames(caller, definitionId, options), until: now() + LIFE });
      return kept.names;
    },
  };
}

/** A definition whose forms do not ask for the named values. */
export function definitionWithout(names: ReadonlySet<string>, definition: ConnectorDefinitionDetail): ConnectorDefinitionDetail {
  if (names.size === 0) return definition;
  return { ...definition, methods: definition.methods.map((method) => ({ ...method, schema: formWithout(names, method.schema) })) };
}

/** Values less the named ones, at every place. */
export function valuesWithout(names: ReadonlySet<string>, values: ConnectorValues): ConnectorValues {
  if (names.size === 0) return values;
  const left = (place: object = {}) => Object.fromEntries(Object.entries(place).filter(([name]) => !names.has(name)));
  return Object.fromEntries(Object.entries(values).map(([place, given]) => [place, left(given)]));
}

/** A place that has nothing left to ask for is left out, and one that has nothing required left is not required. */
function formWithout(names: ReadonlySet<string>, form: JsonSchema): JsonSchema {
  const places = Object.entries(propertiesOf(form)).flatMap(([place, schema]): [string, JsonSchema][] => {
    if (!isJsonObject(schema)) return [];
    const properties = Object.entries(propertiesOf(schema)).filter(([name]) => !names.has(name));
    const required = requiredOf(schema).filter((name) => !names.has(name));
    return properties.length === 0 ? [] : [[place, { ...schema, properties: Object.fromEntries(properties), required }]];
  });
  const required = places.filter(([, schema]) => requiredOf(schema).length > 0).map(([place]) => place);
  return { ...form, properties: Object.fromEntries(places), required };
}

const propertiesOf = ({ properties }: JsonSchema): JsonSchema => (isJsonObject(properties) ? properties : {});
const requiredOf = ({ required }: JsonSchema): string[] => (Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []);
