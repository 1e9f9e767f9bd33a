import { act, render, screen, waitFor } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectorList } from '../../src/components/index.js';
import { ConnectError, type ConnectErrorCode, type Connector } from '../../src/core/index.js';
import '../../src/styles.css';

afterEach(() => void vi.useRealTimers());

const connector = (id: string, name: string): Connector => ({
  id,
  name,
  definition: { id: 'd', slug: 'stripe', name: 'Stripe' },
  createdAt: null,
  updatedAt: null,
});
const TILL = connector('1', 'Till');
const SHOP = connector('2', 'Shop');

type Props = ComponentProps<typeof ConnectorList>;

function show(props: Partial<Props> = {}) {
  const calls = { onDisconnect: vi.fn(), onRename: vi.fn(), onCheck: vi.fn() };
  const draw = (more: Partial<Props>) => (
    <StrictMode>
      <ConnectorList connectors={[TILL, SHOP]} appName="Fernway" {...calls} {...props} {...more} />
    </StrictMode>
  );
  const { rerender } = render(draw({}));
  return { ...calls, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}

/** Asks for another name of the first row, which then fails. */
async function failRename(error: ConnectError) {
  const shown = show();
  await userEvent.click(screen.getByRole('button', { name: 'More for Till' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Rename' }));
  await userEvent.keyboard('Cashier{Enter}');
  shown.rerender({ failures: { 1: error } });
  return shown;
}
const failing = (code: ConnectErrorCode, retryAfter?: number) => new ConnectError(code, 'x', { retryAfter });

describe('who is said to be at fault', () => {
  it.each<[ConnectErrorCode, string]>([
    ['upstream_unavailable', 'Fernway is not answering'],
    ['upstream_invalid', 'Fernway is not answering'],
    ['timeout', 'Fernway took too long to answer'],
    ['rate_limited', 'Fernway limits how often it can be asked'],
    ['session_missing', 'You are signed out of Fernway'],
  ])('the app, where a row is renamed: %s', async (code, reason) => {
    await failRename(failing(code));
    expect(screen.getByRole('alert')).toHaveTextContent(`Till was not renamed. ${reason}.`);
  });

  it('the service, where a row is checked', () => {
    show({ failures: { 1: failing('upstream_unavailable') } });
    expect(screen.getByRole('alert')).toHaveTextContent('Till could not be checked. Stripe is not answering.');
  });

  it('the app, where there is no list', () => {
    show({ connectors: [], error: failing('upstream_unavailable') });
    expect(screen.getByRole('alert')).toHaveTextContent('Fernway is not answering.');
  });
});

describe('the way on', () => {
  it('is the page’s reload where the person is signed out', async () => {
    const { onRename } = await failRename(failing('session_missing'));
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeEnabled();
    expect(onRename).toHaveBeenCalledOnce();
  });

  it('opens when it may be tried again, and says when', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const { onCheck } = show({ failures: { 1: failing('rate_limited', 40) } });
    const counting = screen.getByRole('button', { name: 'Try again in 40 sec' });
    expect(counting).toBeDisabled();
    expect(counting.closest('[aria-live]')).toHaveAttribute('aria-live', 'off');
    act(() => vi.advanceTimersByTime(39_000));
    expect(screen.getByRole('button', { name: 'Try again in 1 sec' })).toBeDisabled();
    act(() => vi.advanceTimersByTime(1_000));
    await userEvent.click(screen.getByRole('button', { name: 'Try again: Till' }));
    expect(onCheck).toHaveBeenCalledExactlyOnceWith(TILL);
  });

  it('of a list that was asked for too often opens in its time as well, and counts in silence', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const onRetry = vi.fn();
    show({ connectors: [], error: failing('rate_limited', 3600), onRetry });
    const button = screen.getByRole('button', { name: 'Try again in 60 min' });
    expect(button).toBeDisabled();
    expect(button.closest('[aria-live]')).toHaveAttribute('aria-live', 'off');
    act(() => vi.advanceTimersByTime(3_600_000));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it.each<ConnectErrorCode>(['connector_not_found', 'operation_not_allowed', 'not_available_in_token_mode'])(
    'is none where it would be the same: %s',
    (code) => {
      show({ failures: { 1: failing(code) } });
      expect(screen.getByRole('alert')).toHaveTextContent('Till could not be checked');
      expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
    },
  );

  it('leads on from an account that went elsewhere: the next list is without it, says so, and has the focus', async () => {
    const { rerender } = await failRename(failing('connector_not_found'));
    expect(screen.getByRole('alert')).toHaveTextContent('Till was not renamed. This account is no longer connected.');
    rerender({ connectors: [SHOP], failures: { 1: failing('connector_not_found') } });
    expect(await screen.findByText('Till is disconnected.')).toBeVisible();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Connected services' })));
  });
});
