import { act, render, screen } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OAuthCallback } from '../../src/components/index.js';
import { ERROR_CODES, isConnectErrorCode } from '../../src/core/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

type Props = ComponentProps<typeof OAuthCallback>;

function show(props: Partial<Props> = {}) {
  const onClose = vi.fn();
  const draw = (more: Partial<Props> = {}) => (
    <StrictMode>
      <OAuthCallback status="connected" serviceName="HubSpot" appName="Fernway" onClose={onClose} {...props} {...more} />
    </StrictMode>
  );
  const { container, rerender } = render(draw());
  return { onClose, container, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}

const ENDS = ['connected', 'failed', 'relayed', 'nothing'] as const;

const title = () => screen.getByRole('heading', { level: 1 });

describe('OAuthCallback', () => {
  describeConformance<HTMLElement, 'button'>({
    draw: (props, classNames) => <OAuthCallback {...props} classNames={classNames} status="connected" onClose={() => undefined} />,
    tag: 'main',
    slot: 'callback',
    slots: ['button'],
  });

  it('names the service that is connected, and closes the window on request', async () => {
    const { onClose } = show();
    expect(title().textContent).toBe('HubSpot is connected');
    expect(screen.getByText('You can go on in Fernway.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close this window' }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says so when the browser keeps the window', async () => {
    show({ classNames: { hint: 'their-hint' } });
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByText(/close it yourself/)).toHaveClass('their-hint');
  });

  it('takes the focus to the outcome when the wait is over', () => {
    const { rerender } = show({ status: 'completing' });
    expect(screen.queryByRole('button')).toBeNull();
    rerender({ status: 'connected' });
    expect(document.activeElement).toBe(title());
  });

  it('explains a wait that takes long', () => {
    vi.useFakeTimers();
    try {
      show({ status: 'completing' });
      expect(screen.queryByText(/longer than usual/)).toBeNull();
      act(() => vi.advanceTimersByTime(10_000));
      expect(screen.getByText(/longer than usual/)).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });

  it('speaks of the sign-in where the service refuses it: nobody typed anything', () => {
    show({ status: 'failed', errorCode: 'credentials_refused' });
    expect(title().textContent).toBe('HubSpot did not accept this sign-in');
    expect(screen.getByText(/^A permission may be missing\. Nothing was saved\./)).toBeVisible();
  });

  it('never closes by itself on a failure', () => {
    const { onClose } = show({ status: 'failed', errorCode: 'oauth_denied' });
    expect(title().textContent).toBe('You did not give access');
    expect(onClose).not.toHaveBeenCalled();
  });

  it.each(Object.keys(ERROR_CODES).filter(isConnectErrorCode))('has words for the failure %s', (errorCode) => {
    show({ status: 'failed', errorCode });
    expect(title().textContent).toMatch(/\w{2}/);
  });

  it.each(ENDS)('offers a window only to close when %s', (status) => {
    show({ status });
    expect(screen.getByRole('button', { name: 'Close this window' })).toBeVisible();
    expect(screen.queryByText(/^Back to/)).toBeNull();
  });

  it.each(ENDS)('leads back by a link when it is a page of the same tab that is %s', (status) => {
    show({ status, returnHref: '/settings' });
    expect(screen.getByRole('link', { name: 'Back to Fernway' }).getAttribute('href')).toBe('/settings');
    expect(screen.queryByRole('button', { name: /^(Back|Close)/ })).toBeNull();
  });

  it('warns of a sign-in that a newer one has replaced, and calls no other failure a warning', () => {
    const badge = () => document.querySelector('[data-ack-slot="status-badge"]')?.getAttribute('data-tone');
    const { rerender } = show({ status: 'failed', errorCode: 'attempt_replaced' });
    expect(badge()).toBe('warning');
    rerender({ errorCode: 'attempt_expired' });
    expect(badge()).toBe('danger');
  });

  it('has the sign of a connection where neither service nor host has a name', () => {
    const { container, rerender } = show({ serviceName: undefined, appName: undefined });
    const sign = () => container.querySelector('[data-ack-slot="tile"] > svg');
    expect(sign()).toBeVisible();
    rerender({ appName: 'Fernway' });
    expect(sign()).toBeNull();
  });

  it('waits with that sign beside the host until it knows the service', () => {
    const { container, rerender } = show({ status: 'completing', serviceName: undefined });
    const tiles = () =>
      [...container.querySelectorAll('[data-ack-slot="tile"]')].map(({ textContent, firstElementChild }) => textContent || firstElementChild?.tagName);
    expect(tiles()).toEqual(['svg', 'F']);
    rerender({ serviceName: 'HubSpot' });
    expect(tiles()).toEqual(['H', 'F']);
    rerender({ appName: undefined });
    expect(tiles()).toEqual([]);
  });

  it('says that another window finishes a relayed sign-in', () => {
    show({ status: 'relayed' });
    expect(title().textContent).toBe('You have signed in at HubSpot');
  });

  it('says that there is nothing to finish when it was opened by hand', () => {
    show({ status: 'nothing', serviceName: undefined });
    expect(title().textContent).toBe('There is no sign-in to finish');
  });

  it('works without the names of service and host', () => {
    const { container, rerender } = show({ status: 'completing', serviceName: undefined, appName: undefined });
    for (const status of ['completing', 'connected', 'failed', 'relayed', 'nothing'] as const) {
      rerender({ status });
      expect(container.textContent).not.toMatch(/undefined|null/);
    }
  });

  it.each(['completing', 'connected', 'failed', 'relayed', 'nothing'] as const)('gives axe nothing to find when %s', async (status) => {
    expect(await violations(show({ status, requestId: 'req_1' }).container)).toEqual([]);
  });
});
