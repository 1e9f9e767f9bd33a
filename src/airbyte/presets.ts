import { type CallOptions, ConnectError } from '../core/index.js';
import type { AirbyteCaller } from './call.js';
import { presetConfig, type TemplateCall } from './calls/templateCalls.js';
import type { PatternContext } from './patterns/pattern.js';
import { type PresetTree, presetTree } from './presetTree.js';
import { RecentMap } from './recentMap.js';

export { definitionWithout, valuesWithout } from './withoutPresets.js';

/** Milliseconds for which the names are believed. */
const LIFE = 5 * 60_000;
/** Milliseconds for which a refusal of calls that never told anything is believed: who may not make them need not ask for each form. */
const REFUSED_LIFE = 60_000;
const LIMIT = 256;

interface Kept {
  /** Null: they were never read. */
  names: PresetTree | null;
  /** Milliseconds since the epoch. */
  until: number;
}

/**
 * What the organization's templates preset, by name: such values are neither asked, shown nor sent. In token mode nothing is known of it.
 * An application that may not read templates presets nothing. Where a call told of the organization's own before, its refusal changes nothing:
 * the names that are known stay, and without any the call fails, since a value of the organization's would be asked of a person. It is asked
 * again each time.
 */
export function createPresets(caller: AirbyteCaller, { now, tokenMode }: Pick<PatternContext, 'now' | 'tokenMode'>) {
  const recent = new RecentMap<Kept>(LIMIT);
  const told = new Set<TemplateCall>();
  let wasRefused = false;
  return {
    /** @throws {ConnectError} `upstream_unavailable` where templates are suddenly refused, and what reading them throws */
    async names(definitionId: string, options?: CallOptions): Promise<PresetTree> {
      if (tokenMode !== undefined) return new Map();
      const kept = recent.getOrMake(definitionId, () => ({ names: null, until: 0 }));
      if (kept.until > now()) return kept.names ?? new Map();
      // The first refusal has had its renewed bearer: that of later ones is not at fault.
      const { config, refused, told: calls } = await presetConfig(caller, definitionId, wasRefused && told.size === 0 ? 'never' : 'seldom', options);
      for (const call of calls) told.add(call);
      wasRefused = refused !== null;
      if (config !== null) Object.assign(kept, { names: presetTree(config), until: now() + LIFE });
      else if (refused !== null && !told.has(refused)) kept.until = now() + REFUSED_LIFE;
      else if (refused !== null && kept.names === null) throw suddenlyRefused();
      return kept.names ?? new Map();
    },
  };
}

const suddenlyRefused = () =>
  new ConnectError('upstream_unavailable', 'Airbyte refuses the source templates that it let the application read before: what they preset is not known.');
