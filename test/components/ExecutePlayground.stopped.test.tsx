import { render, screen } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ExecutePlayground } from '../../src/components/index.js';
import { ConnectError, type Operation } from '../../src/core/index.js';
import { loadValidate } from '../../src/form/index.js';
import '../../src/styles.css';

beforeAll(() => Promise.all([loadValidate(), playgroundPanes.load()]));
afterEach(() => void vi.restoreAllMocks());

const ID = { type: 'object', properties: { customer_id: { type: 'string' } }, required: ['customer_id'] };
const GET: Operation = { entity: 'customers', action: 'get', kind: 'read', schema: ID };
const DELETE: Operation = { entity: 'customers', action: 'delete', kind: 'write', schema: ID };
const CONNECTOR = { id: '1', name: 'Till', definition: { id: 'd', slug: 'stripe', name: 'Stripe' }, createdAt: null, updatedAt: null };
const STOPPED = new ConnectError('aborted', 'x');

type Props = ComponentProps<typeof ExecutePlayground>;

function show(operation: Operation, props: Partial<Props> = {}) {
  const calls = { onRun: vi.fn<Props['onRun']>(), onStop: vi.fn() };
  const draw = (more: Partial<Props>) => (
    <StrictMode>
      <ExecutePlayground connector={CONNECTOR} operations={[operation]} value={operation} {...calls} {...props} {...more} />
    </StrictMode>
  );
  const { rerender } = render(draw({}));
  return { ...calls, rerender: (more: Partial<Props>) => rerender(draw(more)) };
}
const button = (name: string) => screen.getByRole('button', { name });
const id = () => screen.getByRole('textbox', { name: /Customer ID/i });

describe('what the service does not accept', () => {
  it('is told of the parameters, and at the one that it names until that is changed', async () => {
    const { onRun, rerender } = show(GET);
    await userEvent.fill(id(), 'cus_unknown');
    await userEvent.click(button('Run'));
    const error = new ConnectError('invalid_input', 'x', { fieldErrors: { customer_id: { code: 'invalid_input' } } });
    rerender({ error });
    expect(screen.getByRole('alert')).toHaveTextContent('Stripe does not accept these parametersNothing was changed.');
    expect(screen.getByRole('alert')).not.toHaveTextContent('saved');
    expect(id()).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByText(/ID was not accepted/)).toBeVisible();
    await userEvent.fill(id(), 'cus_1');
    expect(id()).not.toHaveAttribute('aria-invalid');
    await userEvent.click(button('Run'));
    expect(onRun).toHaveBeenLastCalledWith({ entity: 'customers', action: 'get', params: { customer_id: 'cus_1' } });
  });
});

describe('a stop', () => {
  it('of a write says that it may have been made, and leads to the box that agrees to it again', async () => {
    const { onStop, rerender } = show(DELETE);
    await userEvent.fill(id(), 'cus_1');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(button('Delete customer'));
    rerender({ running: true });
    await userEvent.click(button('Stop'));
    expect(onStop).toHaveBeenCalledOnce();
    rerender({ error: STOPPED });
    expect(screen.getByRole('alert')).toHaveTextContent('This was stoppedIt is not known whether Stripe made the change.');
    expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
  });

  it('of a read is no failure, and leads to what runs it', async () => {
    const { rerender } = show(GET, {});
    await userEvent.fill(id(), 'cus_1');
    await userEvent.click(button('Run'));
    rerender({ running: true });
    await userEvent.click(button('Stop'));
    rerender({ error: STOPPED });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(button('Run'));
  });
});

it('runs nothing without a network, and says so at the button', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const { onRun, rerender } = show(GET);
  await userEvent.fill(id(), 'cus_1');
  expect(button('Run')).toHaveAccessibleDescription('You are offline');
  expect(button('Run')).toHaveAttribute('aria-disabled', 'true');
  id().focus();
  await userEvent.keyboard('{Enter}');
  expect(onRun).not.toHaveBeenCalled();
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  rerender({});
  await userEvent.click(button('Run'));
  expect(onRun).toHaveBeenCalledOnce();
});
