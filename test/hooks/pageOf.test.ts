import { expect, it } from 'vitest';
import { pageOf, shortPageOf } from '../../src/hooks/flow/pageOf.js';

const page = { pathname: '/settings', search: '?tab=all', hash: '#top' };

it('is the whole path of a page, for a backend as much of it as that takes', () => {
  expect([pageOf(page), shortPageOf(page)]).toEqual(['/settings?tab=all#top', '/settings?tab=all']);
  expect(shortPageOf({ ...page, search: `?${'x'.repeat(500)}` })).toBe('/settings');
  expect(shortPageOf({ ...page, pathname: `/${'x'.repeat(500)}` })).toBeUndefined();
});

it('has for a backend the fragment that names a page, and no other', () => {
  for (const hash of ['#/settings?tab=all', '#!/settings']) expect(shortPageOf({ ...page, hash })).toBe(`/settings?tab=all${hash}`);
  for (const hash of ['', '#top', '#access_token=marked', '#!access_token=marked']) expect(shortPageOf({ ...page, hash })).toBe('/settings?tab=all');
});
