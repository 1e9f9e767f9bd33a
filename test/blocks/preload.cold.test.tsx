import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { AirbyteProvider, ConnectButton } from '../../src/blocks/index.js';
import { createSandbox } from '../../src/sandbox/index.js';

const asked = (file: RegExp) => performance.getEntriesByType('resource').filter(({ name }) => file.test(name)).length;

// Alone in its file: what is loaded once is there for the rest of the page.
it('loads the dialog and the screens of later steps when a pointer comes to the button, before it is pressed', async () => {
  render(
    <AirbyteProvider client={createSandbox().connectApi({ userId: 'ada' })}>
      <ConnectButton definition="stripe">Connect Stripe</ConnectButton>
    </AirbyteProvider>,
  );
  // What the page has loaded until now may have filled the list.
  performance.clearResourceTimings();
  fireEvent.pointerEnter(screen.getByRole('button', { name: 'Connect Stripe' }));
  await waitFor(() => expect(asked(/\/LaterScreen\.tsx/)).toBe(1), { timeout: 10_000 });
  expect(asked(/\/ConnectDialog\.tsx/)).toBe(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});
