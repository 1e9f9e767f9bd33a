import { expect, it } from 'vitest';

// Every name is a promise: one that appears or goes is a decision, and belongs in the changelog.
const ENTRIES = {
  '.': () => import('../../src/index.js'),
  './server': () => import('../../src/server.js'),
  './node': () => import('../../src/node.js'),
  './airbyte': () => import('../../src/airbyte.js'),
  './form': () => import('../../src/form.js'),
  './sandbox': () => import('../../src/sandbox.js'),
  './callback': () => import('../../src/callback.js'),
};

it.each(Object.entries(ENTRIES))('%s exports its names and no other', async (_entry, load) => {
  expect(Object.keys(await load()).toSorted()).toMatchSnapshot();
});
