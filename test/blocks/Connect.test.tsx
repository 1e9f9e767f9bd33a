import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Activity, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AirbyteProvider, Connect, type ConnectProps } from '../../src/blocks/index.js';
import type { ConnectApi } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import '../../src/styles.css';

const LONG = { timeout: 5_000 };

function setUp(first: ConnectProps) {
  const api = createSandbox({ deleteDelay: 0 }).connectApi({ userId: 'ada' });
  const asked: string[] = [];
  const client: ConnectApi = {
    ...api,
    getDefinition(idOrSlug, options) {
      asked.push(idOrSlug);
      return api.getDefinition(idOrSlug, options);
    },
  };
  const onClose = vi.fn();
  const page = (props: ConnectProps, hidden = false) => (
    <StrictMode>
      <AirbyteProvider client={client}>
        <Activity mode={hidden ? 'hidden' : 'visible'}>
          <Connect onClose={onClose} data-testid="flow" {...props} />
        </Activity>
      </AirbyteProvider>
    </StrictMode>
  );
  const { rerender } = render(page(first));
  return { asked, onClose, user: userEvent.setup(), show: (props: ConnectProps, hidden?: boolean) => rerender(page(props, hidden)) };
}

/** Presses the last of them: a failure has one of its own below the head's. */
async function close(user: ReturnType<typeof userEvent.setup>) {
  const button = (await screen.findAllByRole('button', { name: 'Close' }, LONG)).at(-1);
  if (button === undefined) throw new Error('Nothing closes the flow.');
  await user.click(button);
}

describe('a flow in the page for one service', () => {
  it('is gone when it is closed after its service could not be loaded: it is not asked for again, and the host is told', async () => {
    const { asked, onClose, user } = setUp({ definition: 'not-offered' });
    await screen.findByRole('heading', { name: 'This service is not offered here' }, LONG);
    expect(screen.queryByText(/Choose another/)).toBeNull();
    await close(user);
    await waitFor(() => expect(screen.queryByTestId('flow')).toBeNull());
    expect(asked).toEqual(['not-offered']);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('is gone when its form is closed, and begins when the host asks for another service', async () => {
    const { onClose, user, show } = setUp({ definition: 'stripe' });
    await screen.findByRole('heading', { name: /Stripe/ }, LONG);
    await close(user);
    await waitFor(() => expect(screen.queryByTestId('flow')).toBeNull());
    show({ definition: 'hubspot' });
    expect(await screen.findByRole('heading', { name: /HubSpot/ }, LONG)).toBeVisible();
    show({ definition: 'stripe' });
    expect(screen.getByRole('heading', { name: /HubSpot/ })).toBeVisible();
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('opens again when the page shows it again that had hidden it, which is no close', async () => {
    const { onClose, show } = setUp({ definition: 'stripe' });
    await screen.findByRole('heading', { name: /Stripe/ }, LONG);
    show({ definition: 'stripe' }, true);
    await waitFor(() => expect(screen.queryByRole('heading', { name: /Stripe/ })).toBeNull());
    show({ definition: 'stripe' });
    expect(await screen.findByRole('heading', { name: /Stripe/ }, LONG)).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('begins when the host asks for any service instead', async () => {
    const { user, show } = setUp({ definition: 'stripe' });
    await close(user);
    await waitFor(() => expect(screen.queryByTestId('flow')).toBeNull());
    show({});
    expect(await screen.findByRole('option', { name: /Stripe/ }, LONG)).toBeVisible();
  });
});

it('a flow in the page with a picker begins again with it, and tells the host each time', async () => {
  const { onClose, user } = setUp({});
  await user.click(await screen.findByRole('option', { name: /Stripe/ }, LONG));
  await screen.findByRole('heading', { name: /Stripe/ }, LONG);
  await close(user);
  await screen.findByRole('option', { name: /Stripe/ }, LONG);
  await close(user);
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2));
  expect(await screen.findByRole('option', { name: /Stripe/ }, LONG)).toBeVisible();
});
