import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PermissionsPreview } from '../../../src/components/ConnectScreens/PermissionsPreview.js';
import { hubspot } from '../../../stories/fixtures/definitions.js';

const draw = (count: number) => {
  const operations = Array.from({ length: count }, (_, place) => ({ entity: `thing_${place + 1}`, action: 'list', kind: 'read' as const }));
  render(<PermissionsPreview definition={{ ...hubspot, operations }} appName="Fernway" />);
};

it('names what an application may read in one sentence', () => {
  draw(7);
  expect(screen.getByText(/^Read thing 1, .*, and thing 7$/)).toBeVisible();
  expect(screen.queryByText(/more$/)).toBeNull();
});

it('unfolds the others where there are many', async () => {
  draw(23);
  expect(screen.getByText(/^Read thing 1, .*, and thing 6$/)).toBeVisible();
  const others = screen.getByText(/^Read thing 7, .*, and thing 23$/);
  expect(others).not.toBeVisible();
  await userEvent.click(screen.getByText('17 more'));
  expect(others).toBeVisible();
});
