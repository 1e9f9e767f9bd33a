import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode, useLayoutEffect } from 'react';
import { describe, expect, it } from 'vitest';
import { ErrorReason, LiveRegion, Notice, Status, Tile } from '../../src/components/parts/index.js';
import { violations } from './conformance.js';
import '../../src/styles.css';

describe('LiveRegion', () => {
  it('stands in the page before its text, and stays the same element', () => {
    const atFirst: (string | null)[] = [];
    function Look() {
      useLayoutEffect(() => void atFirst.push(screen.getByRole('status').textContent), []);
      return null;
    }
    const draw = (text: string) => (
      <>
        <LiveRegion>{text}</LiveRegion>
        <Look />
      </>
    );
    const { rerender } = render(draw('Loading'));
    expect(new Set(atFirst)).toEqual(new Set(['']));
    const region = screen.getByRole('status');
    expect(region).toHaveTextContent('Loading');
    rerender(draw('2 records'));
    expect(screen.getByRole('status')).toBe(region);
    expect(region).toHaveTextContent('2 records');
    rerender(draw(''));
    expect(region).toBeEmptyDOMElement();
  });
});

describe('ErrorReason', () => {
  const LONG = `The key was made for another region. ${'It has no right to read. '.repeat(10)}`.trim();

  it('is a sentence where it is short, and text whatever it looks like', () => {
    const { container } = render(<ErrorReason>{'<b>Key</b> of [another](https://evil.example) account'}</ErrorReason>);
    expect(container).toHaveTextContent('Reason given: \u2068<b>Key</b> of [another](https://evil.example) account\u2069');
    expect(container.querySelector('b, a')).toBeNull();
  });

  it('folds where it is long, and opens by keyboard', async () => {
    render(<ErrorReason>{LONG}</ErrorReason>, { wrapper: StrictMode });
    expect(screen.getByText(LONG)).not.toBeVisible();
    const summary = screen.getByText('Reason given');
    await userEvent.click(summary);
    expect(screen.getByText(LONG)).toBeVisible();
  });

  it('keeps a word without an end inside its column, and axe finds nothing wrong', async () => {
    const { container } = render(
      <main>
        <Notice tone="danger" title="The key was refused" reason={'x'.repeat(150)}>
          Nothing was saved.
        </Notice>
        <Status mark={<Tile name="HubSpot" />} title="It did not work" description="Nothing was saved.">
          <ErrorReason>{'y'.repeat(150)}</ErrorReason>
        </Status>
      </main>,
    );
    container.style.inlineSize = '320px';
    container.style.background = '#fff';
    expect(container.scrollWidth).toBeLessThanOrEqual(320);
    expect(await violations(container)).toEqual([]);
  });
});
