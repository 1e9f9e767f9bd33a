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

  it('says the same again, as a text of its own', () => {
    const draw = (turn: number) => <LiveRegion turn={turn}>Till is disconnected.</LiveRegion>;
    const { rerender } = render(draw(1));
    const region = screen.getByRole('status');
    const first = region.firstChild;
    rerender(draw(1));
    expect(region.firstChild).toBe(first);
    rerender(draw(2));
    expect(region.firstChild).not.toBe(first);
    expect(screen.getByRole('status')).toBe(region);
    expect(region).toHaveTextContent(/^Till is disconnected\.$/);
  });
});

describe('ErrorReason', () => {
  const LONG = `The key was made for another region. ${'It has no right to read. '.repeat(10)}`.trim();

  it('is a sentence where it is short, and text whatever it looks like', () => {
    const { container } = render(<ErrorReason>{'<b>Key</b> of [another](https://evil.example) account'}</ErrorReason>);
    expect(container).toHaveTextContent('Reason given: <b>Key</b> of [another](https://evil.example) account');
    expect(container.querySelector('b, a')).toBeNull();
  });

  it('cannot turn what stands beside it, by characters that end an isolation or turn what follows', () => {
    const { container } = render(<ErrorReason>{'\u2069\u202EKey'}</ErrorReason>);
    expect(container.querySelector('bdi')).toHaveTextContent('\u2069\u202EKey');
    expect(container.querySelector('p')?.firstChild).toHaveTextContent('Reason given:');
  });

  it('is nothing where nothing was given', () => {
    const { container } = render(<ErrorReason> </ErrorReason>);
    expect(container).toBeEmptyDOMElement();
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
