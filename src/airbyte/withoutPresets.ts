import {
  alternativesOf,
  type ConnectorDefinitionDetail,
  type ConnectorValues,
  constantOf,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  propertiesOf,
  requiredOf,
} from '../core/index.js';
import { isTree, type PresetTree, presetsAt } from './presetTree.js';

/** A definition whose forms do not ask for what is preset, at any depth and inside the alternatives of a choice. */
export function definitionWithout(presets: PresetTree, definition: ConnectorDefinitionDetail): ConnectorDefinitionDetail {
  if (presets.size === 0) return definition;
  return { ...definition, methods: definition.methods.map((method) => ({ ...method, schema: formWithout(presets, method.schema) })) };
}

/** Values less the preset ones, at every place. */
export function valuesWithout(presets: PresetTree, values: ConnectorValues): ConnectorValues {
  if (presets.size === 0) return values;
  return Object.fromEntries(Object.entries(values).map(([place, given]) => [place, objectWithout(presetsAt(place, presets), given ?? {})]));
}

function objectWithout(presets: PresetTree, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const preset = presets.get(name);
      if (preset === undefined) return [[name, value]];
      if (!isTree(preset) || !isJsonObject(value)) return [];
      const left = objectWithout(preset, value);
      return Object.keys(left).length === 0 ? [] : [[name, left]];
    }),
  );
}

/** A place that has nothing left to ask for is left out, and one that has nothing required left is not required. */
function formWithout(presets: PresetTree, form: JsonSchema): JsonSchema {
  const places = propertiesOf(form).flatMap(([place, schema]): [string, JsonSchema][] => {
    const left = schemaWithout(presetsAt(place, presets), schema);
    return asksNothing(left) ? [] : [[place, left]];
  });
  const required = places.filter(([, schema]) => requiredOf(schema).length > 0).map(([place]) => place);
  return { ...form, properties: Object.fromEntries(places), required };
}

function schemaWithout(presets: PresetTree, schema: JsonSchema): JsonSchema {
  const properties = propertiesOf(schema).flatMap(([name, property]): [string, JsonSchema][] => {
    const preset = presets.get(name);
    // What tells alternatives apart is never asked, and a form needs it.
    if (preset === undefined || constantOf(property) !== undefined) return [[name, property]];
    if (!isTree(preset)) return [];
    const left = schemaWithout(preset, property);
    return asksNothing(left) ? [] : [[name, left]];
  });
  const names = new Set(properties.map(([name]) => name));
  return {
    ...schema,
    ...(isJsonObject(schema.properties) ? { properties: Object.fromEntries(properties), required: requiredOf(schema).filter((name) => names.has(name)) } : {}),
    ...alternativesWithout(presets, schema),
  };
}

/** Of a choice whose answer is preset, only that alternative is left. */
function alternativesWithout(presets: PresetTree, schema: JsonSchema): JsonSchema {
  const all = alternativesOf(schema);
  if (all.length === 0) return {};
  const possible = all.filter((alternative) => agrees(presets, alternative));
  const left = (possible.length === 0 ? all : possible).map((alternative) => schemaWithout(presets, alternative));
  return schema.oneOf === undefined ? { anyOf: left } : { oneOf: left };
}

const agrees = (presets: PresetTree, alternative: JsonSchema): boolean =>
  propertiesOf(alternative).every(([name, property]) => {
    const [preset, constant] = [presets.get(name), constantOf(property)];
    return preset === undefined || isTree(preset) || constant === undefined || preset(constant);
  });

/** Nothing is left to fill in: no property but constants, and no choice but one that asks nothing. */
function asksNothing(schema: JsonSchema): boolean {
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1) return false;
  return propertiesOf(schema).every(([, property]) => constantOf(property) !== undefined) && alternatives.every(asksNothing);
}
