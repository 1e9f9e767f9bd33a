import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createSlots, joinClasses, slotProps } from '../../src/internal/index.js';

const outer = createSlots<'card' | 'card-title'>();
const inner = createSlots<'card' | 'mark'>();

function Title({ own }: { own?: string }): ReactNode {
  return <h2 {...outer.useSlots()('card-title', own)}>title</h2>;
}

const slotIn = (container: Element, name: string) => container.querySelector(`[data-ack-slot='${name}']`);

describe('slots', () => {
  it('reach a part however deep, and join the class that the part has of its own', () => {
    const { container } = render(
      <outer.SlotsProvider classNames={{ 'card-title': 'of-the-host' }}>
        <div>
          <Title own="own" />
        </div>
      </outer.SlotsProvider>,
    );
    expect(slotIn(container, 'card-title')?.className).toBe('of-the-host own');
  });

  it('name the part, without a class attribute, where the host gave none', () => {
    const { container } = render(<Title />);
    expect(slotIn(container, 'card-title')?.hasAttribute('class')).toBe(false);
  });

  it('stay with the component they were given to: another one inside it does not get them', () => {
    function Inner() {
      return <p {...inner.useSlots()('card')} />;
    }
    const { container } = render(
      <outer.SlotsProvider classNames={{ card: 'of-the-outer' }}>
        <Inner />
      </outer.SlotsProvider>,
    );
    expect(slotIn(container, 'card')?.hasAttribute('class')).toBe(false);
  });
});

it('joins what there is of classes', () => {
  expect(joinClasses('a', undefined, '', 'b')).toBe('a b');
  expect(joinClasses(undefined, '')).toBeUndefined();
  expect(slotProps('tile', undefined)).toEqual({ 'data-ack-slot': 'tile' });
});
