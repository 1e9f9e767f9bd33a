import { type ConnectorDefinition, type ConnectorDefinitionDetail, isJsonObject, type JsonObject, readOAuthFacts } from '../core/index.js';
import { methodsOfSpec } from './methodsOfSpec.js';
import type { PatternContext } from './patterns/pattern.js';

/** The form of a definition that the catalogue does not know, or knows otherwise. */
export interface DefinitionSpec {
  /** Airbyte's `definitionId`, a UUID. */
  id: string;
  /** The service's own name, `Acme CRM`. */
  name: string;
  /** The public API's name of the type, `acme-crm`. Needed for sign-ins by consent; without it a source is made by its id. */
  sourceType?: string | undefined;
  /** The connector's JSON Schema, as Airbyte's registry publishes it. */
  connectionSpecification: JsonObject;
  /** Where a sign-in by consent puts what it fills, as Airbyte's registry publishes it. */
  advancedAuth?: JsonObject | undefined;
  /** A word for the kind of service. */
  category?: string | undefined;
  /** An absolute https URL of a logo. */
  iconUrl?: string | undefined;
}

/** Definitions made from specifications: all that is filled in belongs to `replication_config`. */
export function createSpecDefinitions(specs: readonly DefinitionSpec[], { catalog, withoutConsent }: Pick<PatternContext, 'catalog' | 'withoutConsent'>) {
  const listing = ({ id, name, sourceType = catalog.find(id)?.slug, category, iconUrl }: DefinitionSpec): ConnectorDefinition => ({
    id: id.toLowerCase(),
    slug: sourceType ?? null,
    name,
    category: category ?? null,
    iconUrl: iconUrl?.startsWith('https://') === true ? iconUrl : null,
  });
  const find = (idOrSlug: string) => specs.find((spec) => [spec.id, listing(spec).slug].some((name) => name?.toLowerCase() === idOrSlug.toLowerCase()));

  return {
    list: (): ConnectorDefinition[] => specs.map(listing),
    /** Null when no specification is of this id or type. */
    detail(idOrSlug: string): ConnectorDefinitionDetail | null {
      const spec = find(idOrSlug);
      if (spec === undefined) return null;
      return { ...listing(spec), methods: methodsOfSpec(spec.connectionSpecification, spec.advancedAuth, spec.name, { withoutConsent }) };
    },
    /** What of a configuration must be known before consent, by name. */
    consentInputs(id: string, configuration: JsonObject): JsonObject {
      const inputs = readOAuthFacts(find(id)?.advancedAuth)?.inputs ?? [];
      return Object.fromEntries(
        inputs.flatMap((path): [string, unknown][] => {
          const value = path.reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : undefined), configuration);
          return value === undefined ? [] : [[path.at(-1) ?? '', value]];
        }),
      );
    },
  };
}
