import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'virtual:corpus';

/** The module `virtual:corpus`: the real schemas and instances of the private test data for a test in a browser, `null` without ACK_SHARED. */
export function corpusPlugin(shared = process.env.ACK_SHARED) {
  const read = (file) => readFileSync(join(shared, 'corpus', file), 'utf8');
  const corpus = () => `{ "schemas": ${read('source-specs.json')}, "instances": ${read('instances.json')}, "advancedAuth": ${read('advanced-auth.json')} }`;
  return {
    name: 'corpus',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    // As text: an engine parses JSON faster than literals, and no key of it is taken for syntax.
    load: (id) => (id === `\0${NAME}` ? `export const corpus = JSON.parse(${JSON.stringify(shared ? corpus() : 'null')});` : null),
  };
}
