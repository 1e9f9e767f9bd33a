import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { laterScreens } from '../../../src/components/ConnectScreens/loadLaterScreens.js';
import { at, failed, loading } from './failsWhileLoading.js';

// Alone in its file: what is loaded once is there for the rest of the page.
it('loads the screens of later steps while the first is shown, so that a failure has its screen at once', async () => {
  const asked = () => performance.getEntriesByType('resource').filter(({ name }) => /\/LaterScreen\.tsx/.test(name));
  // What the page has loaded until now may have filled the list.
  performance.clearResourceTimings();
  const { rerender } = render(at(loading));
  await waitFor(() => expect(asked()).not.toEqual([]));
  await laterScreens.load();
  rerender(at(failed));
  expect(screen.getByRole('heading', { name: 'You seem to be offline' })).toBe(document.activeElement);
});
