import { expect, it } from 'vitest';
import { filenameOf } from '../../src/core/index.js';

it.each([
  ['attachment; filename="report.pdf"', 'report.pdf'],
  ['attachment; filename=report.pdf', 'report.pdf'],
  ['attachment; filename="x"; filename*=UTF-8\'\'r%C3%A9sum%C3%A9.pdf', 'résumé.pdf'],
  ['attachment; filename="..\\\\..\\\\evil.exe"', 'evil.exe'],
  ['attachment; filename="../../etc/passwd"', 'passwd'],
  ["attachment; filename*=UTF-8''%2e%2e%2fevil", 'evil'],
  ["attachment; filename*=UTF-8''%zz; filename=kept.txt", 'kept.txt'],
  ['attachment; filename="a\u202Efdp.exe"', 'afdp.exe'],
  ['attachment; filename="..."', 'fallback.bin'],
  ['inline', 'fallback.bin'],
  [null, 'fallback.bin'],
])('takes the name out of %j', (header, name) => {
  expect(filenameOf(header, 'fallback.bin')).toBe(name);
});
