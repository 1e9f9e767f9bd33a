import { isJsonObject, type JsonObject } from '../core/index.js';

/** Says whether a value is the preset one. The value itself stays inside, where no log and no answer finds it. */
export type IsPreset = (value: unknown) => boolean;

/** What a template presets, by name; below an object, by the names in it. */
export type PresetTree = ReadonlyMap<string, PresetTree | IsPreset>;

/** The names in `partial_default_config`. Blank values preset nothing. */
export function presetTree(config: JsonObject): PresetTree {
  return new Map(
    Object.entries(config).flatMap(([name, value]): [string, PresetTree | IsPreset][] => {
      if (value === undefined || value === null || value === '') return [];
      if (!isJsonObject(value)) return [[name, (other) => other === value]];
      const inner = presetTree(value);
      return inner.size === 0 ? [] : [[name, inner]];
    }),
  );
}

export const isTree = (preset: PresetTree | IsPreset | undefined): preset is PresetTree => preset instanceof Map;

/** What counts at one place of a form: a configuration keeps what signs in at its root or under `credentials`. */
export function presetsAt(place: string, presets: PresetTree): PresetTree {
  const nested = place === 'credentials' ? presets.get(place) : undefined;
  return isTree(nested) ? new Map([...presets, ...nested]) : presets;
}
