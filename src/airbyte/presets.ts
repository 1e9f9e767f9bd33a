import type { CallOptions } from '../core/index.js';
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
  /** Milliseconds since the epoch. */
  until: number;
}

/** What the organization's templates preset, by name: such values are neither asked, shown nor sent. In token mode nothing is known of it. */
export function createPresets(caller: AirbyteCaller, { now, tokenMode }: Pick<PatternContext, 'now' | 'tokenMode'>) {
  const recent = new RecentMap<Kept>(LIMIT);
  return {
    async names(definitionId: string, options?: CallOptions): Promise<PresetTree> {
      if (tokenMode !== undefined) return new Map();
      const kept = recent.getOrMake(definitionId, () => ({ names: new Map(), until: 0 }));
      if (kept.until <= now()) Object.assign(kept, { names: presetTree(await presetConfig(caller, definitionId, options)), until: now() + LIFE });
      return kept.names;
    },
  };
}
