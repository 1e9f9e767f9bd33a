import { render } from '@testing-library/react';
import axe from 'axe-core';
import { createRef, type ReactElement, type RefObject } from 'react';
import { describe, expect, it } from 'vitest';

export interface ConformanceProps<Root extends Element> {
  id: string;
  lang: string;
  className: string;
  ref: RefObject<Root | null>;
}

export interface ConformanceOptions<Root extends Element, Slot extends string> {
  /** Draws the component with these props spread on it, in a state that shows every slot of `slots`. */
  draw: (props: ConformanceProps<Root>, classNames: Partial<Record<Slot, string>>) => ReactElement;
  /** Of the element that takes the native props. */
  tag: string;
  /** Its `data-ack-slot`. */
  slot: string;
  /** Slots that `classNames` reaches: each one, or the box right around it that draws its edge. */
  slots?: readonly Slot[];
}

/** What every component promises: native props, `ref` and `className` reach its element, `classNames` its slots. */
export function describeConformance<Root extends Element, Slot extends string = never>({ draw, tag, slot, slots = [] }: ConformanceOptions<Root, Slot>): void {
  describe('as every component', () => {
    const show = (classNames: Partial<Record<Slot, string>> = {}) => {
      const ref = createRef<Root>();
      const { container } = render(draw({ id: 'own', lang: 'de', className: 'mine', ref }, classNames));
      return { ref, container };
    };

    it('spreads native props, and forwards the ref, to its element', () => {
      const { ref, container } = show();
      const element = container.querySelector('#own');
      expect(element).toBe(ref.current);
      expect(element?.tagName.toLowerCase()).toBe(tag);
      expect(element?.getAttribute('lang')).toBe('de');
      expect(element?.getAttribute('data-ack-slot')).toBe(slot);
    });

    it('adds the class of the host', () => {
      expect([...(show().ref.current?.classList ?? [])]).toContain('mine');
    });

    it('writes no style attribute', () => {
      expect(show().container.querySelectorAll('[style]')).toHaveLength(0);
    });

    it.each(slots)('gives the slot %s its class', (name) => {
      const classNames: Partial<Record<Slot, string>> = {};
      classNames[name] = 'filled';
      const found = [...show(classNames).container.querySelectorAll(`[data-ack-slot='${name}']`)];
      expect(found).not.toHaveLength(0);
      expect(found.filter((element) => !element.matches('.filled, .filled > *'))).toEqual([]);
    });
  });
}

/** What axe finds wrong in what is drawn, one line each. Rules about a whole page are left out: this is a part of one. */
export async function violations(container: Element): Promise<string[]> {
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const result = await axe.run(container, { rules });
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
