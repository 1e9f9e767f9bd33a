import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { OAuthButton } from '../../src/components/index.js';
import '../../src/styles.css';
import { describeConformance, violations } from './conformance.js';

const LOGO = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('OAuthButton', () => {
  describeConformance<HTMLButtonElement>({ draw: (props) => <OAuthButton {...props} serviceName="HubSpot" />, tag: 'button', slot: 'button' });

  it('names the service and runs by keyboard', async () => {
    const onClick = vi.fn();
    render(<OAuthButton serviceName="HubSpot" onClick={onClick} />);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Continue to HubSpot' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('calls the handler while the click is dispatched, so that a window may open', () => {
    const onClick = vi.fn();
    render(<OAuthButton serviceName="HubSpot" onClick={onClick} />);
    screen.getByRole('button').click();
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('keeps the focus and does nothing while it is loading', async () => {
    const onClick = vi.fn();
    render(<OAuthButton serviceName="HubSpot" loading onClick={onClick} />);
    await userEvent.click(screen.getByRole('button', { name: 'Continue to HubSpot' }));
    expect(screen.getByRole('button')).toHaveFocus();
    expect(onClick).not.toHaveBeenCalled();
  });

  it('shows a logo beside words of the host', async () => {
    const { container } = render(
      <OAuthButton serviceName="HubSpot" iconUrl={LOGO}>
        Sign in
      </OAuthButton>,
    );
    expect(screen.getByRole('button')).toHaveTextContent('Sign in');
    expect(container.querySelector('img')).toHaveAttribute('alt', '');
    expect(await violations(container)).toEqual([]);
  });
});
