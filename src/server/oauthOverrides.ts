import { type Catalog, changeEntry } from '../catalog/index.js';
import { ConnectError, type ConnectorDefinition, type ConnectorDefinitionDetail, isConnectError } from '../core/index.js';
import { isNamed, type Named } from './isNamed.js';
import type { Parts } from './parts.js';

/** The catalogue for who has OAuth apps of their own: a consent's values are asked for, where the entry knows them. */
export const withoutConsent = (catalog: Catalog): Catalog => ({
  list: () => catalog.list(),
  find: (idOrSlug) => catalog.find(idOrSlug),
  async load(idOrSlug) {
    const entry = await catalog.load(idOrSlug);
    return entry && changeEntry(entry, { oauth: false });
  },
});

/** A test of whether the user's workspace has an OAuth app of its own for a definition: the host knows, Airbyte can not be asked. */
export async function overridesOf({ settings }: Pick<Parts, 'settings'>, userId: string): Promise<(definition: Named) => boolean> {
  const names = (await settings.oauthOverrides?.(userId)) ?? [];
  return (definition) => isNamed(definition, names);
}

/**
 * The definition for a user whose workspace has an OAuth app of its own for it: no sign-in by consent, since Airbyte's no longer works
 * there, but a form of all the values that the consent would have filled. A consent of which these are not known is left out.
 * @throws {ConnectError} `oauth_not_available` where nothing is left
 */
export async function byOwnApp(parts: Parts, definition: ConnectorDefinitionDetail): Promise<ConnectorDefinitionDetail> {
  const consents = definition.methods.filter(({ kind }) => kind === 'oauth');
  if (consents.length === 0) return definition;
  const forms = await formsOf(parts, definition);
  if (consents.some(({ key }) => forms.every((form) => form.key !== key))) parts.report.misconfigured(unknownValues(definition));
  if (forms.length > 0) return { ...definition, methods: forms };
  throw new ConnectError('oauth_not_available', unknownValues(definition));
}

/** Those of the definitions that the user can connect in some way. */
export async function connectable(parts: Parts, userId: string, definitions: readonly ConnectorDefinition[]): Promise<ConnectorDefinition[]> {
  const hasOwnApp = await overridesOf(parts, userId);
  const kept = await Promise.all(definitions.map(async (definition) => !hasOwnApp(definition) || (await hasForm(parts, definition.id))));
  return definitions.filter((_, index) => kept[index]);
}

async function hasForm(parts: Parts, id: string): Promise<boolean> {
  try {
    await byOwnApp(parts, await parts.client.getDefinition(id));
    return true;
  } catch (error) {
    if (isConnectError(error) && error.code === 'oauth_not_available') return false;
    throw error;
  }
}

/** Some patterns have no definition without a way to sign in. */
async function formsOf({ ownAppClient }: Parts, { id }: ConnectorDefinitionDetail): Promise<ConnectorDefinitionDetail['methods']> {
  try {
    return (await ownAppClient.getDefinition(id)).methods;
  } catch (error) {
    if (isConnectError(error) && error.code === 'definition_not_found') return [];
    throw error;
  }
}

const unknownValues = ({ name }: ConnectorDefinitionDetail) =>
  `\`oauthOverrides\` names ${name}, and which values its sign-in would fill is not known, so that no form can ask for them. Name them in \`catalog\`, as \`consentFields\` of the method.`;
