import { parseSync } from 'vite';

/**
 * The imports of a module, and its syntax tree.
 * @typedef {{ specifier: string, typeOnly: boolean, line: number, names?: string[] }} Import
 * @returns {{ imports: Import[], exportsAll: number[], program: object, comments: { value: string, start: number, end: number }[], lineOf: (offset: number) => number }}
 */
export function readModule(path, text) {
  const { module, program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`It cannot be parsed: ${errors[0].message}`);
  const lineOf = (offset) => text.slice(0, offset).split('\n').length;
  const imports = [];
  for (const { start, moduleRequest, entries } of module.staticImports) {
    const typeOnly = /^import\s+type\b/.test(text.slice(start)) || (entries.length > 0 && entries.every((entry) => entry.isType));
    const names = entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name);
    imports.push({ specifier: moduleRequest.value, typeOnly, line: lineOf(start), names });
  }
  const exportsAll = [];
  for (const { start, entries } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest !== null);
    if (from === undefined) continue;
    imports.push({ specifier: from.moduleRequest.value, typeOnly: entries.every((entry) => entry.isType), line: lineOf(start) });
    if (entries.some((entry) => entry.importName.kind === 'AllButDefault')) exportsAll.push(lineOf(start));
  }
  walk(program, (node) => {
    if (node.type === 'ImportExpression' && node.source.type === 'Literal')
      imports.push({ specifier: node.source.value, typeOnly: false, line: lineOf(node.start) });
    if (node.type === 'TSImportType') imports.push({ specifier: (node.source ?? node.argument.literal).value, typeOnly: true, line: lineOf(node.start) });
  });
  return { imports, exportsAll, program, comments, lineOf };
}

/** Calls `visit` for every node of a syntax tree. */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') visit(node);
    for (const key of Object.keys(node)) if (key !== 'parent') walk(node[key], visit);
  }
}
