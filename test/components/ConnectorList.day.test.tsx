import { act, render, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { ConnectorList } from '../../src/components/index.js';

/** Where the person is; empty is where the machine is. */
const stayIn = (timezoneId: string) => cdp().send('Emulation.setTimezoneOverride', { timezoneId });
afterEach(() => stayIn(''));

const nothing = () => undefined;
const listOf = (createdAt: string) => {
  const definition = { id: 'hubspot', slug: 'hubspot', name: 'HubSpot' };
  return <ConnectorList connectors={[{ id: '1', name: 'HubSpot', createdAt, updatedAt: null, definition }]} onDisconnect={nothing} onRename={nothing} />;
};
const AT_NIGHT = '2026-03-02T23:30:00Z';

describe('the day on which an account was connected', () => {
  it.each([
    ['Asia/Tokyo', AT_NIGHT, 'Mar 3, 2026'],
    ['America/Los_Angeles', '2026-03-02T03:00:00Z', 'Mar 1, 2026'],
    ['UTC', AT_NIGHT, 'Mar 2, 2026'],
  ])('is that of the person: %s', async (zone, createdAt, day) => {
    await stayIn(zone);
    render(listOf(createdAt));
    expect(screen.getByText(`Connected on ${day}`)).toBeVisible();
  });

  it('is said alike by a server and by the page that takes over what it drew, and then is that of the person', async () => {
    await stayIn('America/Los_Angeles');
    const html = renderToString(listOf(AT_NIGHT));
    await stayIn('Asia/Tokyo');
    const place = document.body.appendChild(document.createElement('div'));
    place.innerHTML = html;
    expect(place).toHaveTextContent('Connected on Mar 2, 2026');
    const onRecoverableError = vi.fn();
    const root = await act(async () => hydrateRoot(place, listOf(AT_NIGHT), { onRecoverableError }));
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(place).toHaveTextContent('Connected on Mar 3, 2026');
    act(() => root.unmount());
    place.remove();
  });
});
