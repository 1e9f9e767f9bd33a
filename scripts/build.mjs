// Builds dist/: modules and styles by Vite, types by tsc. Usage: npm run build
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './lib/run.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const cli = `${root}dist/cli.js`;

async function main() {
  rmSync(`${root}dist`, { recursive: true, force: true });
  // Whatever the caller's environment says: a build for development calls a part of React that apps in production do not have.
  await run('vite', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } });
  await run('tsc', ['-p', 'tsconfig.build.json']);
  // Rolldown leaves an empty module beside a stylesheet that is an entry.
  for (const rest of ['styles.js', 'styles.js.map']) rmSync(`${root}dist/${rest}`, { force: true });
  // A compiler that looks imports up for their effect finds a stylesheet by its declaration.
  writeFileSync(`${root}dist/styles.css.d.ts`, 'export {};\n');
  if (!existsSync(cli) || !readFileSync(cli, 'utf8').startsWith('#!/usr/bin/env node\n'))
    throw new Error('src/cli.ts does not begin with "#!/usr/bin/env node".');
  chmodSync(cli, 0o755);
  console.log('Built dist/.');
}

await main().catch((error) => {
  console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
});
