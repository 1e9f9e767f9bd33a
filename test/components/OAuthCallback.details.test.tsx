import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { datedErrorDetails } from '../../src/components/ConnectScreens/loadErrorDetails.js';
import { OAuthCallback, type OAuthCallbackProps } from '../../src/components/index.js';
import '../../src/styles.css';

const page = (props: Partial<OAuthCallbackProps>) => (
  <StrictMode>
    <OAuthCallback status="failed" errorCode="oauth_failed" requestId="req_8fK2" serviceName="HubSpot" onClose={() => undefined} {...props} />
  </StrictMode>
);

it('has what helps support in a fold: the code, the request and the time, to be copied', async () => {
  const user = userEvent.setup();
  render(page({}));
  const fold = await screen.findByText('Technical details');
  expect(screen.getByText('req_8fK2')).not.toBeVisible();
  await user.click(fold);
  expect(screen.getByText('req_8fK2')).toBeVisible();
  expect(screen.getByText('oauth_failed')).toBeVisible();
  expect(screen.getByRole('time')).toBeVisible();
  const copying = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(copying.mock.calls[0]?.[0]).toMatch(/^\{"code":"oauth_failed","requestId":"req_8fK2","time":"20/);
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  copying.mockRestore();
});

it('stands below the way on', async () => {
  render(page({}));
  const fold = await screen.findByText('Technical details');
  const way = screen.getByRole('button', { name: 'Close this window' });
  expect(way.getBoundingClientRect().bottom).toBeLessThan(fold.getBoundingClientRect().top);
  expect(way.compareDocumentPosition(fold)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('quotes the code alone where there is no request', async () => {
  render(page({ requestId: undefined }));
  await userEvent.click(await screen.findByText('Technical details'));
  expect(screen.getByText('oauth_failed')).toBeVisible();
  expect(document.body).not.toHaveTextContent('undefined');
});

it('is there at once where the page has waited before it failed', async () => {
  const { rerender } = render(page({ status: 'completing' }));
  await datedErrorDetails.load();
  rerender(page({}));
  expect(screen.getByText('Technical details')).toBeVisible();
});

it.each(['completing', 'connected', 'relayed', 'nothing'] as const)('has no such fold when %s', (status) => {
  render(page({ status }));
  expect(screen.queryByText('Technical details')).toBeNull();
});
