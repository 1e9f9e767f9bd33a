import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectorList, type ConnectorListProps } from '../../src/components/index.js';
import type { Connector } from '../../src/core/index.js';
import '../../src/styles.css';

const ACME: Connector = {
  ...{ id: '1', name: 'Acme', createdAt: null, updatedAt: null },
  definition: { id: 'hubspot', slug: 'hubspot', name: 'HubSpot' },
};
const HELD = '{Enter>4/}';

/** A list of one account, and what was asked of it. */
function draw(props: Partial<ConnectorListProps> = {}): string[] {
  const heard: string[] = [];
  const on = (name: string) => () => void heard.push(name);
  render(
    <ConnectorList
      connectors={[ACME]}
      onCheck={on('check')}
      onReconnect={on('reconnect')}
      onRename={(_, name) => heard.push(`rename to ${name}`)}
      onDisconnect={on('disconnect')}
      {...props}
    />,
  );
  screen.getByRole('button', { name: 'More for Acme' }).focus();
  return heard;
}
const menu = () => document.querySelector('[role=menu]:popover-open');

it('Enter that is held on the menu’s button opens the menu, and chooses nothing in it', async () => {
  const heard = draw();
  await userEvent.keyboard(HELD);
  expect(menu()).not.toBeNull();
  expect(screen.getByRole('menuitem', { name: 'Check now' })).toHaveFocus();
  expect(heard).toEqual([]);
});

it.each([
  ['Check now', '', 'check'],
  ['Reconnect', '{ArrowDown}{ArrowDown}', 'reconnect'],
])('Enter that is held on %s asks once, and opens no menu again', async (name, way, asked) => {
  const heard = draw();
  await userEvent.keyboard(`{Enter}${way}`);
  expect(screen.getByRole('menuitem', { name })).toHaveFocus();
  await userEvent.keyboard(HELD);
  expect(heard).toEqual([asked]);
  expect(menu()).toBeNull();
});

it('Enter that is held on Disconnect leaves the question open', async () => {
  const heard = draw();
  await userEvent.keyboard(`{Enter}{End}${HELD}`);
  expect(screen.getByRole('alertdialog', { name: 'Disconnect Acme?' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(heard).toEqual([]);
});

it('Enter that is held on Rename leaves the name to be typed, and on the new name stores it once', async () => {
  const heard = draw();
  await userEvent.keyboard(`{Enter}{ArrowDown}${HELD}`);
  expect(screen.getByRole('textbox', { name: 'New name for Acme' })).toHaveFocus();
  await userEvent.keyboard(`Till${HELD}`);
  expect(heard).toEqual(['rename to Till']);
  expect(menu()).toBeNull();
});

it('Enter that is held makes lines in a long text of the host’s, whose listener hears it', () => {
  const onKeyDown = vi.fn();
  draw({ onKeyDown, slots: { state: () => <textarea aria-label="Notes" /> } });
  const held = (target: HTMLElement) => {
    const event = createEvent.keyDown(target, { key: 'Enter', repeat: true });
    fireEvent(target, event);
    return event.defaultPrevented;
  };
  expect(held(screen.getByRole('textbox', { name: 'Notes' }))).toBe(false);
  expect(held(screen.getByRole('button', { name: 'More for Acme' }))).toBe(true);
  expect(onKeyDown).toHaveBeenCalledTimes(2);
});
