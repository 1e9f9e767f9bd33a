// Prints every sentence of the kit's English with its key, so that it can be read as a whole. What a sentence names stands in ‹›; one that
// counts is printed for one and for many. Usage: npm run words             all
//        npm run words -- flow failed     the keys that contain "flow" or "failed"
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { sentencesOf } from './lib/sentencesOf.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

const wanted = process.argv.slice(2);
const { module } = await runnerImport(`${root}src/i18n/en.ts`, { root, configFile: false, logLevel: 'error' });
const sentences = sentencesOf(module.en).filter(({ key }) => wanted.length === 0 || wanted.some((part) => key.includes(part)));
const width = Math.min(46, Math.max(...sentences.map(({ key }) => key.length)));
for (const { key, text } of sentences) console.log(`${key.padEnd(width)}  ${text}`);
console.log(`\n${sentences.length} sentences.`);
