import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { at, failed, loading } from './failsWhileLoading.js';

it('shows the frame with a way out where a failure comes before its screen, which then takes the focus', async () => {
  const { container, rerender } = render(at(loading));
  rerender(at(failed));
  expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  expect(screen.getAllByText(/offline/i).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  const title = await screen.findByRole('heading', { name: 'You seem to be offline' });
  expect(container.querySelector('[aria-busy="true"]')).toBeNull();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await waitFor(() => expect(document.activeElement).toBe(title));
});
