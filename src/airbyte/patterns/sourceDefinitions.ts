import { definitionOfEntry, definitionOfListing } from '../../catalog/index.js';
import { type CallOptions, ConnectError, type ConnectorDefinition, type ConnectorDefinitionDetail } from '../../core/index.js';
import { createApiDefinitions } from '../apiDefinitions.js';
import type { AirbyteCaller } from '../call.js';
import { definitionIdsWithTags } from '../calls/templateCalls.js';
import { onlyByKey } from '../keyMethods.js';
import { offeredDefinitions } from '../offeredDefinitions.js';
import type { createSpecDefinitions } from '../specDefinitions.js';
import type { PatternClient, PatternContext } from './pattern.js';
import type { SourcesSetup } from './sources.js';

/** What the Airbyte that is spoken to can do. */
export interface Deployment {
  /** The public API alone: there is no agent engine. */
  isSelfManaged: boolean;
  /** Whether a sign-in by consent can be started for the definition. Learnt where the address does not tell: a start that is refused (501) is remembered. */
  hasConsent(definitionId: string): boolean;
  refusedConsent(definitionId: string): void;
  /** A start was taken. */
  tookConsent(): void;
}

/**
 * So long, in milliseconds, a refused start is believed: of that definition alone, since one answer must not take a way to sign in from everybody;
 * of every one where two definitions were refused and no start was taken in between.
 */
const REFUSED_MS = 600_000;

/** A self-managed Airbyte has its public API at `/api/public`, and answers 501 to a consent. A page learns its address only with a token. */
export function deploymentOf({ hosts, tokenMode, now }: PatternContext, setup: SourcesSetup): Deployment {
  const isSelfManaged = setup.isSelfManaged || (tokenMode === undefined && hosts.public.endsWith('/api/public'));
  const refusedUntil = new Map<string, number>();
  let refusedLast: string | null = null;
  let allRefusedUntil = 0;
  return {
    isSelfManaged,
    hasConsent: (definitionId) => !isSelfManaged && Math.max(allRefusedUntil, refusedUntil.get(definitionId) ?? 0) <= now(),
    refusedConsent(definitionId) {
      refusedUntil.set(definitionId, now() + REFUSED_MS);
      if (refusedLast !== null && refusedLast !== definitionId) allRefusedUntil = now() + REFUSED_MS;
      refusedLast = definitionId;
    },
    tookConsent() {
      refusedLast = null;
    },
  };
}

export interface SourceDefinitionsOptions {
  context: PatternContext;
  caller: AirbyteCaller;
  specs: ReturnType<typeof createSpecDefinitions>;
  deployment: Deployment;
}

/** What can be made a source of: the host's specifications first, then what Airbyte and the catalogue both know. */
export function createSourceDefinitions(options: SourceDefinitionsOptions): Pick<PatternClient, 'listDefinitions' | 'getDefinition' | 'definitionIdsWithTags'> {
  const { context, caller, specs, deployment } = options;
  const { catalog, tokenMode } = context;
  const ofApi = createApiDefinitions(caller, context);
  const fromCatalog = () => catalog.list().map(definitionOfListing);

  async function fromCatalogOrApi(idOrSlug: string, callOptions: CallOptions | undefined): Promise<ConnectorDefinitionDetail> {
    const entry = await catalog.load(idOrSlug);
    if (entry !== null) return definitionOfEntry(entry);
    if (!deployment.isSelfManaged) return ofApi.detail(idOrSlug, callOptions);
    throw new ConnectError('definition_not_found', 'Neither the catalogue nor `specs` has a definition of this id or slug.');
  }

  return {
    async listDefinitions(callOptions): Promise<ConnectorDefinition[]> {
      const given = specs.list();
      // In a page, looking for keys would load every entry of the catalogue.
      if (tokenMode !== undefined) return [...without(given, fromCatalog()), ...given];
      const known = deployment.isSelfManaged ? fromCatalog() : await offeredDefinitions(caller, catalog, callOptions);
      const others = without(given, known);
      const refused = others.filter(({ id }) => !deployment.hasConsent(id));
      const byKey = await onlyByKey(catalog, refused);
      return [...others.filter((definition) => !refused.includes(definition) || byKey.includes(definition)), ...given];
    },

    async getDefinition(idOrSlug, callOptions) {
      const whole = specs.detail(idOrSlug) ?? (await fromCatalogOrApi(idOrSlug, callOptions));
      const usable = whole.slug !== null && deployment.hasConsent(whole.id) ? whole : { ...whole, methods: whole.methods.filter(({ kind }) => kind === 'key') };
      if (usable.methods.length > 0) return usable;
      throw new ConnectError('definition_not_found', `${whole.name} is connected by consent only, which cannot be started here.`);
    },

    async definitionIdsWithTags(tags, callOptions) {
      if (deployment.isSelfManaged) throw noAgentEngine('has no source templates, and so no tags');
      return definitionIdsWithTags(caller, tags, callOptions);
    },
  };
}

const without = (given: readonly ConnectorDefinition[], all: readonly ConnectorDefinition[]) => all.filter(({ id }) => given.every((other) => other.id !== id));

/** @param what The end of a sentence: what is asked of an agent engine that is not there. */
export const noAgentEngine = (what: string): ConnectError =>
  new ConnectError('not_supported', `A self-managed Airbyte ${what}: that is the agent engine’s, on Airbyte Cloud.`);
