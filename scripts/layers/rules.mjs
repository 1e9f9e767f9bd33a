// The rules of one file in src/. Each gives what it found as { line, message }.

import { walk } from './readModule.mjs';
import { BLOCK_LINES, belongsTo, FREE_TYPES, LAYERS } from './table.mjs';

const relative = (specifier) => specifier.startsWith('.');

/** The folder of src/ that a relative import reaches, or null for a file directly in src/ (an entry). */
function reached(path, specifier) {
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  if (parts[0] !== 'src') return undefined; // outside of src
  return parts.length > 2 ? parts[1] : null;
}

function judgeImport(path, folder, { specifier, typeOnly }) {
  const layer = LAYERS[folder];
  if (!relative(specifier)) {
    if (layer.packages.some((pattern) => pattern.test(specifier))) return null;
    if (specifier === 'jose' && typeOnly && layer.packages.some((pattern) => pattern.test('jose/'))) return null;
    return `src/${folder} (${layer.does}) may not import the package "${specifier}". ${belongsTo(specifier)}`;
  }
  const target = reached(path, specifier);
  if (target === folder) return null;
  if (target === undefined) return `"${specifier}" lies outside of src/.`;
  if (target === null) return `"${specifier}" is an entry: import the file that it re-exports.`;
  if (layer.folders.includes(target) || (typeOnly && FREE_TYPES.includes(target))) return null;
  if (FREE_TYPES.includes(target))
    return `src/${folder} may import only types of src/${target}: write "import type", or move what it needs to a folder that may (${mayImport(target)}).`;
  return `src/${folder} may not import src/${target} ("${specifier}"). Code that needs both belongs in ${mayImport(folder, target) || 'a folder above both'}.`;
}

/** The folders whose row names all of these. */
function mayImport(...targets) {
  const names = Object.keys(LAYERS).filter((name) => targets.every((target) => name === target || LAYERS[name].folders.includes(target)));
  return names.map((name) => `src/${name}`).join(' or ');
}

export function layerRule({ path, folder, module }) {
  if (folder === null) return []; // entries may import any folder
  if (LAYERS[folder] === undefined) return [{ line: 1, message: `src/${folder} is not in the table of scripts/layers/table.mjs: add its row.` }];
  return module.imports.flatMap((found) => {
    const message = judgeImport(path, folder, found);
    return message === null ? [] : [{ line: found.line, message }];
  });
}

export function importFormRule({ module, text }) {
  const lines = text.split('\n');
  const found = module.imports.flatMap(({ specifier, line, typeOnly }) => {
    if (relative(specifier) && !/\.(js|css|json)$/.test(specifier)) return [{ line, message: `"${specifier}" must end in .js: Node resolves no other way.` }];
    if (specifier === 'zod') return [{ line, message: 'Full zod costs a browser 22 KB: write "import * as z from \'zod/mini\'".' }];
    if (specifier === 'zod/mini' && !typeOnly && !lines[line - 1].startsWith('import * as z '))
      return [{ line, message: 'Write "import * as z from \'zod/mini\'", so that what is not used falls away.' }];
    return [];
  });
  return [...found, ...module.exportsAll.map((line) => ({ line, message: 'Re-export by name: the public surface is a list, never "export *".' }))];
}

const isConst = (type) => type.type === 'TSTypeReference' && type.typeName.name === 'const';

/** A cast says why it is safe: `// SAFETY: reason`, on its line or in the comment above its statement. */
export function castRule({ module, text }) {
  const found = [];
  const lines = text.split('\n');
  const safe = new Set(
    module.comments
      .filter(({ value }) => value.includes('SAFETY:'))
      .flatMap(({ start, end }) => [module.lineOf(start), coveredLine(lines, module.lineOf(end))]),
  );
  walk(module.program, (node) => {
    const cast = (node.type === 'TSAsExpression' && !isConst(node.typeAnnotation)) || node.type === 'TSTypeAssertion' || node.type === 'TSNonNullExpression';
    if (!cast) return;
    const [from, to] = [module.lineOf(node.start), module.lineOf(node.end)];
    if (!safe.has(from) && !safe.has(to)) found.push({ line: from, message: 'A cast needs "// SAFETY: reason" on its line or above it.' });
  });
  return found;
}

/** The first line of code after a comment. */
function coveredLine(lines, commentLine) {
  let line = commentLine + 1;
  while (line <= lines.length && /^\s*(\/\/.*|\*.*)?$/.test(lines[line - 1])) line += 1;
  return line;
}

const UNSAFE_HTML = new Set(['innerHTML', 'outerHTML']);

export function markupRule({ module }) {
  const found = [];
  const say = (node, message) => found.push({ line: module.lineOf(node.start), message });
  walk(module.program, (node) => {
    if (node.type === 'JSXAttribute' && node.name.name === 'style')
      say(node, 'No style attribute: strict content policies refuse it. Use a data attribute and the stylesheet.');
    if (node.type === 'JSXAttribute' && node.name.name === 'dangerouslySetInnerHTML')
      say(node, 'Never dangerouslySetInnerHTML: schema text is hostile. Render React nodes.');
    const assigned = node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' ? node.left.property.name : undefined;
    if (UNSAFE_HTML.has(assigned)) say(node, `Never assign ${assigned}: schema text is hostile.`);
  });
  return found;
}

export function suppressionRule({ module }) {
  const silenced = module.comments.filter(({ value }) => /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(value));
  return silenced.map(({ start }) => ({ line: module.lineOf(start), message: 'Types and lint are not switched off in src/: mend the cause.' }));
}

export function blockRule({ folder, path, module, text }) {
  if (folder !== 'blocks' || path.endsWith('/index.ts')) return [];
  const skipped = new Set();
  const skip = ({ start, end }) => {
    for (let line = module.lineOf(start); line <= module.lineOf(end); line += 1) skipped.add(line);
  };
  for (const node of module.program.body) if (node.type === 'ImportDeclaration') skip(node);
  for (const comment of module.comments) skip(comment);
  const count = text.split('\n').filter((line, index) => line.trim() !== '' && !skipped.has(index + 1)).length;
  return count <= BLOCK_LINES
    ? []
    : [{ line: 1, message: `A block has at most ${BLOCK_LINES} lines of code, this one has ${count}: its screen belongs in components, its logic in hooks.` }];
}

/** What a Server Component may not call. */
const CLIENT_NAME = /^(use[A-Z]\w*|createContext|Component|QueryClientProvider)$/;

export function clientRule({ module, text }) {
  if (/^['"]use client['"]/.test(text)) return [];
  const found = module.imports.find(
    ({ specifier, names = [] }) => /^(react|@tanstack\/react-query)$/.test(specifier) && names.some((name) => CLIENT_NAME.test(name)),
  );
  return found === undefined ? [] : [{ line: found.line, message: "It uses hooks or context: its first line must be 'use client'." }];
}

export const MODULE_RULES = [layerRule, importFormRule, castRule, markupRule, suppressionRule, blockRule, clientRule];

/** The rule of a stylesheet. */
export function cssRule({ text }) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /!\s*important/.test(line) ? [{ line: index + 1, message: 'No !important: layers decide, so that any rule of the host wins.' }] : [],
    );
}
