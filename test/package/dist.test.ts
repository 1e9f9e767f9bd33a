import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, installPacked, root, runIn } from './packed.js';

const PEERS = ['react', 'react-dom', '@tanstack/react-query'];
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const dist = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');

let bare = '';
let withReact = '';

beforeAll(async () => {
  await ensureBuilt();
  [bare, withReact] = await Promise.all([installPacked(), installPacked({ more: PEERS })]);
}, 120_000);

afterAll(() => {
  for (const folder of [bare, withReact]) rmSync(folder, { recursive: true, force: true });
});

describe('the packed tarball', () => {
  it.each(['server', 'node', 'airbyte', 'form', 'sandbox', 'callback'])('loads ./%s under plain Node, without React', async (entry) => {
    expect(existsSync(join(bare, 'node_modules/react'))).toBe(false);
    expect(await runIn(bare, `console.log(Object.keys(await import('airbyte-connect-kit/${entry}')).length > 0)`)).toBe('true');
  });

  it('loads the main entry under plain Node, with React', async () => {
    expect(await runIn(withReact, "console.log(typeof (await import('airbyte-connect-kit')).ConnectButton)")).toMatch(/function|object/);
  });

  it('runs its command', async () => {
    expect(dist('cli.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const help = execFileSync(process.execPath, [join(bare, 'node_modules/airbyte-connect-kit/dist/cli.js'), '--help'], { encoding: 'utf8', timeout: 10_000 });
    expect(help).toContain('sandbox');
  });

  it('has every file that its exports name', () => {
    const target = join(bare, 'node_modules/airbyte-connect-kit');
    const { exports: entries }: { exports: Record<string, string | Record<string, string>> } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
    const files = Object.values(entries).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)));
    expect(files.filter((file) => !existsSync(join(target, file)))).toEqual([]);
  });

  it('holds nothing but the built files and the papers', () => {
    const top = readdirSync(join(bare, 'node_modules/airbyte-connect-kit')).toSorted();
    expect(top).toEqual(['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
  });
});

describe('the papers in the tarball', () => {
  it('lead to nothing that is not there', () => {
    const target = join(bare, 'node_modules/airbyte-connect-kit');
    const papers = ['README.md', 'CHANGELOG.md', ...readdirSync(join(target, 'docs')).map((name) => `docs/${name}`)].filter((path) => path.endsWith('.md'));
    const links = papers.flatMap((paper) =>
      [...readFileSync(join(target, paper), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, to = '']) => join(dirname(paper), to)),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !existsSync(join(target, path)))).toEqual([]);
  });
});

describe('"use client"', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const isClient = (text: string) => /^['"]use client['"]/.test(text);
  const builtAs = (path: string) => path.replace(/\.tsx?$/, '.js');

  it('stays in each module that has it', () => {
    const client = sources.filter((path) => isClient(readFileSync(join(root, 'src', path), 'utf8')) && existsSync(join(root, 'dist', builtAs(path))));
    expect(client.length).toBeGreaterThan(20);
    expect(client.filter((path) => !isClient(dist(builtAs(path))))).toEqual([]);
  });

  it('is in no module of the server, the sandbox or the clients', () => {
    const other = sources.filter((path) => /^(server|node|airbyte|backend|core|catalog|form|sandbox|cli)[/.]/.test(path));
    const built = other.map(builtAs).filter((path) => existsSync(join(root, 'dist', path))); // a file of types alone leaves no module
    expect(built.length).toBeGreaterThan(20);
    expect(built.filter((path) => isClient(dist(path)))).toEqual([]);
  });
});

describe('styles.css', () => {
  it('is found by a compiler that looks such imports up', () => {
    writeFileSync(join(bare, 'app.ts'), "import 'airbyte-connect-kit/styles.css';\n");
    const options = ['--noEmit', '--noUncheckedSideEffectImports', '--types', '', '--module', 'esnext', '--moduleResolution', 'bundler', 'app.ts'];
    const compile = () => execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], { cwd: bare, encoding: 'utf8' });
    expect(compile).not.toThrow();
    writeFileSync(join(bare, 'app.ts'), "import 'airbyte-connect-kit/other.css';\n");
    expect(compile).toThrow();
  });

  it('has no rule outside of the layer ack', () => {
    const css = dist('styles.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    expect(rulesAt(css, 0).filter((rule) => !/^@layer ack[\s.,;{]?/.test(rule))).toEqual([]);
  });

  it('styles no element of a page but the parts of its own', () => {
    const css = dist('styles.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const scopes = css.split(/:where\(\[data-ack-version[^{]*\{/).slice(1);
    const selectors = scopes.flatMap((rest) => rulesAt(upToItsEnd(rest, '{}'), 0)).flatMap((head) => (head.startsWith('@') ? [] : listed(head)));
    expect(selectors.length).toBeGreaterThan(100);
    expect(selectors.filter((selector) => !isAnchored(selector))).toEqual([]);
  });

  it('keeps to the roots of this version, which the components mark', async () => {
    const css = dist('styles.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const inLayers = [...css.matchAll(/@layer ack\.\w+ \{\n([\s\S]*?)\n\}/g)].flatMap(([, body = '']) => rulesAt(body, 0));
    const own = `[data-ack-version='${version}']`;
    expect(inLayers.filter((rule) => rule.startsWith(`:where(${own}, ${own} *, `))).toHaveLength(2);
    const others = inLayers.filter((rule) => !rule.startsWith(':where('));
    expect(others.filter((rule) => !/^@keyframes ack-\w+-[\w-]+$|^:root\[data-ack-/.test(rule))).toEqual([]);
    const { VERSION_MARK } = await import(join(root, 'dist/internal/slots.js'));
    expect(VERSION_MARK).toEqual({ 'data-ack-version': version });
  });
});

/** What stands before the bracket that closes what is open. */
function upToItsEnd(rest: string, brackets: '{}' | '()'): string {
  let depth = 0;
  const end = [...rest].findIndex((character) => {
    depth += character === brackets[0] ? 1 : character === brackets[1] ? -1 : 0;
    return depth < 0;
  });
  return rest.slice(0, end);
}

/** The selectors of a list; a comma in brackets separates none. */
const listed = (list: string): string[] => {
  let depth = 0;
  const parts = [''];
  for (const character of list) {
    depth += '(['.includes(character) ? 1 : ')]'.includes(character) ? -1 : 0;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push(parts.pop() + character);
  }
  return parts.map((part) => part.trim());
};

/** Whether it matches nothing without a slot or mark of the kit. */
function isAnchored(selector: string): boolean {
  const [start = ''] = /^:(?:is|where)\(/.exec(selector) ?? [];
  if (start === '') return selector.includes('data-ack-');
  const alternatives = upToItsEnd(selector.slice(start.length), '()');
  return selector.slice(start.length + alternatives.length).includes('data-ack-') || listed(alternatives).every(isAnchored);
}

/** The heads of the rules that stand in so many blocks. */
function rulesAt(css: string, wanted: number): string[] {
  const heads: string[] = [];
  let depth = 0;
  let head = '';
  for (const character of css) {
    if (depth === wanted && (character === '{' || character === ';')) heads.push(head.trim());
    head = /[{};]/.test(character) ? '' : head + character;
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
  }
  return heads.filter((text) => text !== '');
}
