import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { OAuthCallback, type OAuthCallbackProps } from '../../src/components/index.js';
import '../../src/styles.css';

const page = (props: Partial<OAuthCallbackProps>) => (
  <StrictMode>
    <OAuthCallback status="failed" errorCode="oauth_failed" requestId="req_8fK2" serviceName="HubSpot" onClose={() => undefined} {...props} />
  </StrictMode>
);
const fold = () => screen.queryByText('Technical details');

it('has what helps support in a fold: the code, the request and the time, to be copied', async () => {
  const user = userEvent.setup();
  render(page({}));
  expect(screen.getByText('req_8fK2')).not.toBeVisible();
  await user.click(screen.getByText('Technical details'));
  expect(screen.getByText('req_8fK2')).toBeVisible();
  expect(screen.getByText('oauth_failed')).toBeVisible();
  expect(screen.getByRole('time')).toBeVisible();
  const copying = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(copying.mock.calls[0]?.[0]).toMatch(/^\{"code":"oauth_failed","requestId":"req_8fK2","time":"20/);
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  copying.mockRestore();
});

it('quotes the code alone where there is no request', async () => {
  render(page({ requestId: undefined }));
  await userEvent.click(screen.getByText('Technical details'));
  expect(screen.getByText('oauth_failed')).toBeVisible();
  expect(document.body).not.toHaveTextContent('undefined');
});

it.each(['completing', 'connected', 'relayed', 'nothing'] as const)('has no such fold when %s', (status) => {
  render(page({ status }));
  expect(fold()).toBeNull();
});

it('names no time on a server, whose clock and language are others', () => {
  expect(renderToString(page({}))).toContain('oauth_failed');
  expect(renderToString(page({}))).not.toContain('<time');
});
