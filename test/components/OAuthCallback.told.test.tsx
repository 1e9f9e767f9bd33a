import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { OAuthCallback } from '../../src/components/index.js';

afterEach(() => vi.useRealTimers());

const nothing = () => undefined;
const close = () => fireEvent.click(screen.getByRole('button', { name: 'Close this window' }));

it('says the wait and its end in a status, and is busy no longer than it waits', () => {
  const { rerender } = render(<OAuthCallback status="completing" serviceName="HubSpot" onClose={nothing} />);
  const page = screen.getByRole('main');
  const told = screen.getByRole('status');
  expect(page.ariaBusy).toBe('true');
  expect(told).toContainElement(screen.getByRole('heading', { level: 1 }));
  rerender(<OAuthCallback status="connected" serviceName="HubSpot" connectorName="Acme" onClose={nothing} />);
  expect(page.ariaBusy).toBe('false');
  expect(told).toContainElement(screen.getByRole('heading', { level: 1 }));
});

it('says aloud that the browser keeps the window, once it is clear', () => {
  vi.useFakeTimers();
  render(<OAuthCallback status="connected" serviceName="HubSpot" onClose={nothing} />);
  close();
  expect(screen.getAllByRole('status')).toHaveLength(1);
  act(() => vi.advanceTimersByTime(500));
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(/keeps this window open/);
});

it('leaves no timer behind where the host closes the page itself', () => {
  vi.useFakeTimers();
  const { unmount } = render(<OAuthCallback status="connected" serviceName="HubSpot" onClose={nothing} />);
  close();
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
