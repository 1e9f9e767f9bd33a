import type { Call } from './call.js';
import { isNamed, type Named } from './isNamed.js';

/**
 * Says in the log, once each, which names of `definitions` and `allow` are no definition: what is misspelt is offered to nobody, and denied.
 * The catalogue's own are never misspelt, whether or not Airbyte lists them. @param listed Every definition that the pattern offers.
 */
export function reportUnknownNames({ settings, report }: Pick<Call, 'settings' | 'report'>, listed: readonly Named[]): void {
  const { definitions, allow, catalog } = settings;
  const known = [...listed, ...catalog.list()];
  const isUnknown = (name: string) => !known.some((definition) => isNamed(definition, [name]));
  const say = (option: string, name: string) =>
    report.misconfigured(`\`${option}\` names ${JSON.stringify(name)}, and no definition that is offered here has this id or slug.`);
  if (Array.isArray(definitions)) for (const name of definitions) if (typeof name === 'string' && isUnknown(name)) say('definitions', name);
  for (const name of Object.keys(allow ?? {})) if (isUnknown(name)) say('allow', name);
}
