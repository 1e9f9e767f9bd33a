import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import '../../../src/styles.css';
import { CredentialForm, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';

// Each test file has a page of its own: nothing of a form has been loaded before the first test.
const schema = {
  type: 'object',
  required: ['name', 'tags'],
  properties: { name: { type: 'string', title: 'Name' }, tags: { type: 'array', title: 'Tags', items: { type: 'string' } } },
};

it('says what is missing before the parts that load later are there', async () => {
  const onSubmit = vi.fn();
  render(
    <>
      <CredentialForm id="early" schema={schema} serviceName="Acme" values={emptyValues(schema)} onValuesChange={() => undefined} onSubmit={onSubmit} />
      <button type="submit" form="early">
        Connect
      </button>
    </>,
  );
  const waiting = screen.getByLabelText('Tags');
  expect(waiting).toBeDisabled();
  const height = waiting.getBoundingClientRect().height;
  screen.getByRole('button', { name: 'Connect' }).click();
  await expect.poll(() => screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Name is missing.');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  expect(onSubmit).not.toHaveBeenCalled();
  await moreControls.load();
  await expect.poll(() => screen.getByRole('textbox', { name: 'Tags' })).toBeEnabled();
  expect(Math.abs(screen.getByRole('textbox', { name: 'Tags' }).closest('[data-ack-slot="tags"]')!.getBoundingClientRect().height - height)).toBeLessThan(8);
});

it('draws what is in a fold when it is opened', async () => {
  const folded = { type: 'object', required: ['a'], properties: { a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } } };
  render(<CredentialForm id="fold" schema={folded} serviceName="Acme" values={{}} onValuesChange={() => undefined} onSubmit={() => undefined} />);
  expect(screen.queryByLabelText(/^B/)).toBeNull();
  await userEvent.setup().click(screen.getByText('Optional fields'));
  expect(screen.getByLabelText(/^B/)).toBeVisible();
});

it('does not ask for what a consent fills', async () => {
  const asked = {
    type: 'object',
    required: ['token', 'host'],
    properties: { token: { type: 'string', title: 'Token' }, host: { type: 'string', title: 'Host' } },
  };
  const advancedAuth = {
    auth_flow_type: 'oauth2.0',
    oauth_config_specification: {
      complete_oauth_output_specification: { type: 'object', properties: { access_token: { type: 'string', path_in_connector_config: ['token'] } } },
    },
  };
  const form = (
    <CredentialForm id="consent" schema={asked} advancedAuth={advancedAuth} serviceName="Acme" values={{}} onValuesChange={vi.fn()} onSubmit={vi.fn()} />
  );
  render(form);
  expect(screen.getByLabelText('Host')).toBeVisible();
  expect(screen.queryByLabelText('Token')).toBeNull();
});

it('calls onSubmit inside the submit event, so that a window may be opened in it', () => {
  let during = false;
  const onSubmit = vi.fn(() => during);
  render(<CredentialForm id="inside" schema={{ type: 'object' }} serviceName="Acme" values={{ extra: 1 }} onValuesChange={vi.fn()} onSubmit={onSubmit} />);
  during = true;
  act(() => document.querySelector<HTMLFormElement>('#inside')?.requestSubmit());
  during = false;
  expect(onSubmit).toHaveReturnedWith(true);
});
