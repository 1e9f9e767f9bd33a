// Who may import whom: the table of the design, as data. Folders are those of src/; packages are matched with their subpaths.
// "core:types" means type-only imports; those of core and catalog are free everywhere.

/** @type {Record<string, { folders: string[], packages: RegExp[], does: string }>} */
export const LAYERS = {
  core: { folders: [], packages: [/^zod\/mini$/], does: 'domain types, the port, errors, the flow, http' },
  form: { folders: ['core'], packages: [/^@cfworker\/json-schema$/], does: 'JSON Schema to form, without React' },
  oauth: { folders: ['core'], packages: [], does: 'windows and channels of a sign-in, without React' },
  catalog: { folders: ['core'], packages: [], does: 'what is known of each connector' },
  query: { folders: ['core'], packages: [/^@tanstack\/react-query$/], does: 'query keys and option builders, without React' },
  airbyte: { folders: ['core', 'catalog'], packages: [/^zod\/mini$/], does: 'the Airbyte APIs' },
  backend: { folders: ['core', 'catalog'], packages: [/^zod\/mini$/], does: "the kit's own wire protocol and its browser client" },
  server: { folders: ['core', 'airbyte', 'backend', 'catalog'], packages: [/^hono($|\/)/, /^jose\//, /^zod\/mini$/], does: 'the handler, on any runtime' },
  i18n: { folders: ['core'], packages: [], does: 'words' },
  internal: { folders: ['core', 'i18n'], packages: [/^react($|\/)/], does: 'small React helpers' },
  hooks: {
    folders: ['query', 'oauth', 'backend', 'core', 'form', 'i18n', 'internal'],
    packages: [/^react($|\/)/, /^@tanstack\/react-query$/],
    does: 'the provider and the hooks',
  },
  components: { folders: ['form', 'i18n', 'internal'], packages: [/^react($|\/)/, /^virtua($|\/)/], does: 'data and callbacks in, DOM out' },
  blocks: { folders: ['hooks', 'components', 'i18n', 'internal'], packages: [/^react($|\/)/], does: 'a component wired to its hooks' },
  embed: { folders: ['blocks', 'hooks', 'airbyte', 'backend'], packages: [/^react($|\/)/, /^react-dom($|\/)/], does: 'hosts without React' },
  sandbox: { folders: ['core', 'catalog', 'airbyte'], packages: [/^hono($|\/)/, /^jose\//], does: 'an Airbyte in memory' },
  node: { folders: ['server'], packages: [/^@hono\/node-server$/, /^node:/], does: "the bridge to Node's http" },
  cli: { folders: ['core', 'server', 'node', 'airbyte', 'catalog', 'sandbox'], packages: [/^node:/], does: 'the commands' },
};

/** Type-only imports of these are free everywhere. */
export const FREE_TYPES = ['core', 'catalog'];

/** Lines of code of a block, imports, comments and blank lines not counted: a screen is a component. */
export const BLOCK_LINES = 40;

/** A sentence that says where the code belongs instead. */
export function belongsTo(specifier) {
  if (/^react-dom|^react($|\/)/.test(specifier)) return 'React code belongs in internal, hooks, components or blocks.';
  if (/^@tanstack\//.test(specifier)) return 'Server state belongs in query and hooks; a component gets data by its props.';
  if (/^zod($|\/)/.test(specifier)) return 'Schemas belong where data enters (core, airbyte, backend, server), written with "import * as z from \'zod/mini\'".';
  if (/^node:/.test(specifier)) return "What needs Node's modules belongs in node or cli.";
  const owners = Object.keys(LAYERS).filter((name) => LAYERS[name].packages.some((pattern) => pattern.test(specifier)));
  return owners.length === 0 ? 'No folder may import this package.' : `Code that needs it belongs in ${owners.join(' or ')}.`;
}
