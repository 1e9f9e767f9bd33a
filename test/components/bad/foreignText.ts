import fc from 'fast-check';

/** Opens a run that is read from right to left and does not end it. */
export const OVERRIDE = '\u202E';

/** Names and sentences as they come from elsewhere: each has already broken somebody's page. */
export const FOREIGN: readonly string[] = [
  '',
  '   ',
  '\n\t\r\n',
  'Acme',
  'x'.repeat(300),
  'Analytics of everything that a company could ever want to know '.repeat(5),
  `Acme${OVERRIDE}moc.elpmaxe`,
  `${OVERRIDE}`,
  '\u2067Acme\u2066\u202A\u202B\u202D',
  '\u2069\u2069\u202C\u202EAcme',
  'חשבונית ירוקה',
  'شركة الاتصالات (2024)',
  'Acme שלום 12.5% (EU)',
  '👩‍👩‍👧‍👦 Family',
  '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}🇩🇪',
  'Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo\u0301\u0301\u0301\u0301\u0301\u0301',
  'e\u0301cole',
  '\u0301',
  '\uD83D',
  'a\u0000b\u0007c',
  'first\nsecond\r\nthird\u2028fourth',
  '<img src=x onerror="globalThis.__ran=1"><script>globalThis.__ran=1</script>',
  '&amp;&lt;b&gt;',
  '[press](javascript:globalThis.__ran=1) **bold** `code`',
  '<a href="javascript:globalThis.__ran=1">press</a>',
  '{{name}} $name %s %o $& $1',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '﷽'.repeat(20),
  '𝕬'.repeat(90),
  '微信支付'.repeat(60),
  'a.b/c d#e?f',
];

export const text = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...FOREIGN) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) });

/** Addresses that a logo must not have, that are broken, and one of a picture of nine thousand pixels. */
export const icon = fc.constantFrom(
  null,
  '',
  'javascript:globalThis.__ran=1',
  ' java\nscript:globalThis.__ran=1',
  'data:text/html,<script>globalThis.__ran=1</script>',
  'data:image/png;base64,AAAA',
  'not an address',
  'file:///etc/passwd',
  `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000" onload="globalThis.__ran=1"><script>globalThis.__ran=1</script><rect width="9000" height="9000"/></svg>')}`,
);

export const date = fc.constantFrom(
  null,
  '',
  'soon',
  '1970-01-01T00:00:00Z',
  '0000-00-00',
  '9999-12-31T23:59:59Z',
  '2026-02-31',
  '+275760-09-13T00:00:00.001Z',
);
