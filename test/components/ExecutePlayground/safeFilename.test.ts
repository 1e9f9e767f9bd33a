import { expect, it } from 'vitest';
import { safeFilename } from '../../../src/components/ExecutePlayground/safeFilename.js';

it.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.csv', 'a.csv'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['a\u0000b\n.txt', 'ab.txt'],
  ['..', 'download'],
  ['', 'download'],
])('makes %j safe as %j', (filename, safe) => {
  expect(safeFilename(filename)).toBe(safe);
});

it('shortens a long name and keeps its ending', () => {
  const name = safeFilename(`${'x'.repeat(300)}.json`);
  expect(name).toHaveLength(120);
  expect(name.endsWith('.json')).toBe(true);
});
