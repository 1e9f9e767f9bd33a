import { expect, it } from 'vitest';
import { pageOf, shortPageOf } from '../../src/hooks/flow/pageOf.js';

const page = { pathname: '/settings', search: '?tab=all', hash: '#top' };

it('is the whole path of a page, for a backend as much of it as that takes', () => {
  expect([pageOf(page), shortPageOf(page)]).toEqual(['/settings?tab=all#top', '/settings?tab=all#top']);
  expect(shortPageOf({ ...page, search: `?${'x'.repeat(500)}` })).toBe('/settings');
  expect(shortPageOf({ ...page, pathname: `/${'x'.repeat(500)}` })).toBeUndefined();
});
