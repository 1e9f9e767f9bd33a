import { render, renderHook, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { createLater } from '../../src/internal/index.js';

it('is null until it is wanted and there, and there at once for whoever comes later', async () => {
  const importIt = vi.fn(async () => ({ words: 'ready' }));
  const later = createLater(importIt);
  const Part = ({ wanted }: { wanted: string | false }) => <p>{later.use(wanted)?.words ?? 'not yet'}</p>;
  const { rerender } = render(<Part wanted={false} />, { wrapper: StrictMode });
  expect(screen.getByText('not yet')).toBeVisible();
  expect(importIt).not.toHaveBeenCalled();
  rerender(<Part wanted="now" />);
  await screen.findByText('ready');
  const { result } = renderHook(() => later.use(false));
  expect(result.current).toEqual({ words: 'ready' });
});

it('is tried again when it is wanted for another reason', async () => {
  const importIt = vi.fn<() => Promise<{ words: string }>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue({ words: 'ready' });
  const later = createLater(importIt);
  // Without StrictMode, whose second effect would be the second try.
  const { result, rerender } = renderHook(({ wanted }) => later.use(wanted), { initialProps: { wanted: 'picking' }, reactStrictMode: false });
  await waitFor(() => expect(importIt).toHaveBeenCalledTimes(1));
  rerender({ wanted: 'loading' });
  await waitFor(() => expect(result.current).toEqual({ words: 'ready' }));
});
