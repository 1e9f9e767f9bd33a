import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useCopy } from '../../src/internal/index.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function Copying() {
  const { state, copy } = useCopy();
  return (
    <button type="button" onClick={() => copy('req_1')}>
      {state}
    </button>
  );
}

/** The clipboard is the browser's: the edge at which a fake may stand. */
async function pressWith(clipboard: Pick<Clipboard, 'writeText'> | undefined) {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(
    // SAFETY: absent outside secure contexts, and only writeText is used
    clipboard as Clipboard,
  );
  const { unmount } = render(<Copying />, { wrapper: StrictMode });
  await act(async () => screen.getByRole('button').click());
  return { unmount };
}

it('copies, says so for two seconds, and no longer', async () => {
  const written: string[] = [];
  await pressWith({ writeText: async (text) => void written.push(text) });
  expect(written).toEqual(['req_1']);
  expect(screen.getByRole('button')).toHaveTextContent('copied');
  act(() => vi.advanceTimersByTime(1_999));
  expect(screen.getByRole('button')).toHaveTextContent('copied');
  act(() => vi.advanceTimersByTime(1));
  expect(screen.getByRole('button')).toHaveTextContent('idle');
});

it('says that it failed where the page may not write, and where there is no clipboard', async () => {
  const { unmount } = await pressWith({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
  expect(screen.getByRole('button')).toHaveTextContent('failed');
  unmount();
  vi.restoreAllMocks();
  await pressWith(undefined);
  expect(screen.getByRole('button')).toHaveTextContent('failed');
});

it('leaves no timer behind when it is taken away', async () => {
  const { unmount } = await pressWith({ writeText: () => Promise.resolve() });
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
