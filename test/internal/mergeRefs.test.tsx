import { render } from '@testing-library/react';
import { createRef, StrictMode, useState } from 'react';
import { expect, it } from 'vitest';
import { mergeRefs } from '../../src/internal/index.js';

// Without StrictMode, which gives and takes every ref twice: these tests count.
const ONCE = { reactStrictMode: false };

const nameOf = (node: Element | null) => node?.tagName.toLowerCase() ?? 'null';

it('gives the element to every ref and takes it away again', () => {
  const object = createRef<HTMLDivElement>();
  const heard: string[] = [];
  const { unmount } = render(<div ref={mergeRefs<HTMLDivElement>(object, undefined, null, (node) => void heard.push(nameOf(node)))} />, ONCE);
  expect(object.current?.tagName).toBe('DIV');
  unmount();
  expect(object.current).toBeNull();
  expect(heard).toEqual(['div', 'null']);
});

it('calls the clean-up that a ref returned, in place of a call with null', () => {
  const heard: string[] = [];
  const withCleanUp = (node: HTMLDivElement | null) => {
    heard.push(nameOf(node));
    return () => void heard.push('cleaned up');
  };
  const { unmount } = render(<div ref={mergeRefs<HTMLDivElement>(withCleanUp)} />, ONCE);
  unmount();
  expect(heard).toEqual(['div', 'cleaned up']);
});

it('keeps the element over StrictMode’s second effect and over a new merge', () => {
  const object = createRef<HTMLButtonElement>();
  function Merging() {
    const [count, setCount] = useState(0);
    return (
      <button type="button" ref={mergeRefs(object, undefined)} onClick={() => setCount(count + 1)}>
        {count}
      </button>
    );
  }
  const { rerender } = render(<Merging />, { wrapper: StrictMode });
  rerender(<Merging />);
  expect(object.current?.textContent).toBe('0');
});
