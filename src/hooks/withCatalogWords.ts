import type { CatalogEntries } from '../catalog/index.js';
import type { ConnectApi } from '../core/index.js';

/** The api, with a host's words in its definitions. What puts them there is loaded with the first definition. */
export function withCatalogWords(api: ConnectApi, read: () => CatalogEntries | undefined): ConnectApi {
  const loaded = () => import('./catalogWords.js');
  const own: Pick<ConnectApi, 'listDefinitions' | 'getDefinition'> = {
    async listDefinitions(...input) {
      const [definitions, { renamed }] = await Promise.all([api.listDefinitions(...input), loaded()]);
      return definitions.map((definition) => renamed(definition, read()));
    },
    async getDefinition(...input) {
      const [definition, { reworded }] = await Promise.all([api.getDefinition(...input), loaded()]);
      return reworded(definition, read());
    },
  };
  const derived: ConnectApi = Object.create(api); // the methods of an instance of a class are not its own properties
  return Object.assign(derived, own);
}
