import { type CallOptions, ConnectError } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { presetConfig } from './calls/templateCalls.js';
import type { PatternContext } from './patterns/pattern.js';
import { type PresetTree, presetTree } from './presetTree.js';
import { RecentMap } from './recentMap.js';

export { definitionWithout, valuesWithout } from './withoutPresets.js';

/** Milliseconds for which the names are believed. */
const LIFE = 5 * 60_000;
const LIMIT = 256;

interface Kept {
  names: PresetTree;
  /** Milliseconds since the epoch; 0: they were never read. */
  until: number;
}

/**
 * What the organization's templates preset, by name: such values are neither asked, shown nor sent. In token mode nothing is known of it.
 * An application that may not read templates presets nothing. Where it could read them before, a refusal changes nothing: the names that
 * are known stay, and without any the call fails, since a value of the organization's would be asked of a person. It is asked again each time.
 */
export function createPresets(caller: AirbyteCaller, { now, tokenMode }: Pick<PatternContext, 'now' | 'tokenMode'>) {
  const recent = new RecentMap<Kept>(LIMIT);
  let isReadable = false;
  return {
    /** @throws {ConnectError} `upstream_unavailable` where templates are suddenly refused, and what reading them throws */
    async names(definitionId: string, options?: CallOptions): Promise<PresetTree> {
      if (tokenMode !== undefined) return new Map();
      const kept = recent.getOrMake(definitionId, () => ({ names: new Map(), until: 0 }));
      if (kept.until > now()) return kept.names;
      const config = await presetConfig(caller, definitionId, options);
      if (config !== null) {
        isReadable = true;
        Object.assign(kept, { names: presetTree(config), until: now() + LIFE });
      } else if (isReadable && kept.until === 0) throw refused();
      return kept.names;
    },
  };
}

const refused = () =>
  new ConnectError('upstream_unavailable', 'Airbyte refuses the source templates that it let the application read before: what they preset is not known.');
