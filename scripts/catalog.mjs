// Writes src/catalog/connectors/ and src/catalog/listing.ts from a folder of connector facts.
// Usage: npm run catalog -- <folder of facts>           write
//        npm run catalog -- <folder of facts> --check   print what the facts say otherwise, and end with code 1 if it is anything
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { difference } from './catalog/difference.mjs';
import { entryOf } from './catalog/entryOf.mjs';
import { listingOf, sourceOf } from './catalog/sourceOf.mjs';
import { typesIndexOf, typesOf } from './catalog/typesOf.mjs';

const catalogFolder = fileURLToPath(new URL('../src/catalog/', import.meta.url));

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

function readEntries(folder) {
  const index = readJson(folder, 'index.json').connectors;
  return index.map(({ slug, check }) => entryOf(readJson(folder, 'connectors', `${slug}.json`), check)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Every generated file by its path in src/catalog/. */
function filesOf(entries) {
  const files = new Map();
  for (const entry of entries) {
    files.set(`connectors/${entry.slug}.ts`, sourceOf(entry));
    files.set(`connectors/${entry.slug}.operations.ts`, typesOf(entry));
  }
  files.set('connectors/operations.ts', typesIndexOf(entries.map(({ slug }) => slug)));
  files.set('listing.ts', listingOf(entries.map((entry) => ({ ...entry, category: categoryOf(entry.slug) }))));
  return files;
}

function categoryOf(slug) {
  const path = join(catalogFolder, 'words', `${slug}.ts`);
  if (!existsSync(path)) throw new Error(`${slug} has no words: write src/catalog/words/${slug}.ts first.`);
  return /category: '([^']+)'/.exec(readFileSync(path, 'utf8'))[1];
}

/** The names that our table gives to the older generation are those of the guides. */
function checkAuthConfigNames(folder, entries) {
  for (const { slug, fields } of readJson(folder, 'seed-auth-config.json').connectors) {
    const entry = entries.find((candidate) => candidate.slug === slug);
    const given = fields.map(({ name }) => name).toSorted();
    const key = entry.methods.find((method) => method.kind === 'key');
    const asked = [...key.fields, ...entry.settings.filter(({ place }) => place === 'environment')];
    const ours = asked.map(({ name, authConfigName = name }) => authConfigName).toSorted();
    if (given.join() !== ours.join())
      throw new Error(`auth_config of ${slug} is ${given} in the guides, and ${ours} by AUTH_CONFIG_NAMES in scripts/catalog/entryOf.mjs.`);
  }
}

function listOld(files) {
  const folder = join(catalogFolder, 'connectors');
  return existsSync(folder) ? readdirSync(folder).filter((name) => !files.has(`connectors/${name}`)) : [];
}

function write(files) {
  mkdirSync(join(catalogFolder, 'connectors'), { recursive: true });
  for (const name of listOld(files)) rmSync(join(catalogFolder, 'connectors', name));
  for (const [path, text] of files) writeFileSync(join(catalogFolder, path), text);
}

function check(files) {
  const old = listOld(files);
  let changed = old.length;
  for (const name of old) console.log(`src/catalog/connectors/${name}: no longer in the facts`);
  for (const [path, text] of files) {
    const file = join(catalogFolder, path);
    const lines = difference(existsSync(file) ? readFileSync(file, 'utf8') : '', text);
    if (lines.length === 0) continue;
    changed += 1;
    console.log([`src/catalog/${path}`, ...lines].join('\n'));
  }
  return changed;
}

function main() {
  const [folder, ...flags] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith('--')) throw new Error('Name the folder of facts: npm run catalog -- <folder> [--check]');
  const entries = readEntries(folder);
  checkAuthConfigNames(folder, entries);
  const files = filesOf(entries);
  const operations = entries.reduce((sum, entry) => sum + entry.operations.length, 0);
  if (!flags.includes('--check')) {
    write(files);
    console.log(`${entries.length} connectors, ${operations} operations, ${files.size} files.`);
    return;
  }
  const changed = check(files);
  console.log(changed === 0 ? `${entries.length} connectors are as the facts say.` : `${changed} files differ from the facts.`);
  process.exitCode = changed === 0 ? 0 : 1;
}

main();
