import { fileURLToPath } from 'node:url';
import { bundleModule } from './bundleModule.js';
import { readmeSnippets } from './readmeSnippets.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PREFIX = `${root}.cache/snippet/`;

/**
 * One file of the README with those that it imports, as one module that Node runs: the kit is this repository's, everything else comes from
 * `node_modules`.
 * @returns the module's path
 */
export async function bundleSnippet(file: string): Promise<string> {
  const snippets = new Map(readmeSnippets().map((snippet) => [PREFIX + snippet.file, snippet.code]));
  const asFile = (id: string, importer: string | undefined) => {
    const path = id.startsWith('.') && importer !== undefined ? fileURLToPath(new URL(id, `file://${importer}`)) : id;
    return snippets.has(path) ? path : snippets.has(`${path}.ts`) ? `${path}.ts` : null;
  };
  const plugin = {
    name: 'snippets',
    enforce: 'pre' as const,
    resolveId(id: string, importer: string | undefined) {
      if (/(^|\/)session$/.test(id)) return `${root}test/adapters/session.ts`;
      const [, entry] = /^airbyte-connect-kit\/(\w+)$/.exec(id) ?? [];
      return entry === undefined ? asFile(id, importer) : `${root}src/${entry}.ts`;
    },
    load: (id: string) => snippets.get(id) ?? null,
  };
  return bundleModule(PREFIX + file, [plugin]);
}
