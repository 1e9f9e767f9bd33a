import { render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ExecutePlayground } from '../../src/components/index.js';
import { ConnectError } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import { connectorOf, hubspot } from '../../stories/fixtures/definitions.js';

beforeAll(() => Promise.all([loadValidate(), playgroundPanes.load()]));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const nothing = () => undefined;
const show = (props: Partial<ComponentProps<typeof ExecutePlayground>>) =>
  render(
    <ExecutePlayground
      connector={connectorOf(hubspot, 'Acme')}
      operations={[{ entity: 'contacts', action: 'list', kind: 'read', schema: { type: 'object', properties: {} } }]}
      onRun={nothing}
      onStop={nothing}
      {...props}
    />,
  );

it('a file’s address is given up with it, and its name runs in its own direction', () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const { unmount } = show({ result: { type: 'file', blob: new Blob(['a']), filename: 'דוח.csv', contentType: 'text/csv', requestId: null } });
  expect(screen.getByText('דוח.csv').tagName).toBe('BDI');
  expect(screen.getByRole('link', { name: /דוח\.csv/ })).toHaveAttribute('download', 'דוח.csv');
  unmount();
  const addresses = made.mock.results.map(({ value }) => value);
  expect(addresses.length).toBeGreaterThan(0);
  expect(revoked.mock.calls.map(([address]) => address)).toEqual(expect.arrayContaining(addresses));
});

it.each<[string, Partial<ComponentProps<typeof ExecutePlayground>>]>([
  ['a run that is counted', { running: true }],
  ['a wait until it may be asked again', { error: new ConnectError('rate_limited', 'Slow down.', { retryAfter: 10 }) }],
])('%s leaves no timer behind', (_, props) => {
  vi.useFakeTimers();
  const { unmount } = show(props);
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

it('seconds until another try are seen, and not read out one by one', () => {
  show({ error: new ConnectError('rate_limited', 'Slow down.', { retryAfter: 10 }) });
  expect(screen.getByRole('button', { name: /10/ }).closest('[aria-live]')).toHaveAttribute('aria-live', 'off');
});
