import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessagesProvider, useErrorWords, useFlowWords, useFrameWords, useManagerWords, usePickerWords, usePlaygroundWords } from '../../src/internal/index.js';
import { withoutRepeats } from '../../src/internal/withoutRepeats.js';

function Sentences({ name }: { name: string }) {
  const { consent } = useFlowWords();
  const picker = usePickerWords();
  const { disconnected, failed } = useManagerWords();
  return (
    <ul>
      <li>{consent.submit({ service: name })}</li>
      <li>{picker.guesses({ query: 'x', names: [name, 'Acme'] })}</li>
      <li>{disconnected({ name })}</li>
      <li>{failed.rename({ name, reason: 'It is not answering' })}</li>
    </ul>
  );
}
const said = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('a name in a sentence', () => {
  it('stays as it is where nothing turns', () => {
    render(<Sentences name="C++ & <b>Co</b> 24" />);
    expect(said()[0]).toBe('Continue to C++ & <b>Co</b> 24');
  });

  it.each([
    ['חשבונית', 'חשבונית'],
    ['Acme\u202Emoc', 'Acmemoc'],
    ['\u2069\u2069\u202EAcme', 'Acme'],
  ])('%j does not turn the words around it', (name, isolated) => {
    render(<Sentences name={name} />);
    const shown = `\u2068${isolated}\u2069`;
    expect(said()).toEqual([
      `Continue to ${shown}`,
      `No service matches “x”. Did you mean ${shown} or Acme?`,
      `${shown} is disconnected.`,
      `${shown} was not renamed. It is not answering.`,
    ]);
  });

  it('is isolated in a host’s own words too, and only once', () => {
    const own = { manager: { disconnected: ({ name }: { name: string }) => `Getrennt: ${name}.` } };
    const { rerender } = render(<Sentences name="שלום" />, { wrapper: ({ children }) => <MessagesProvider messages={own}>{children}</MessagesProvider> });
    rerender(<Sentences name="שלום" />);
    expect(said()[2]).toBe('Getrennt: \u2068שלום\u2069.');
  });
});

describe('a name in a sentence that is read from right to left', () => {
  const own = {
    manager: { disconnected: ({ name }: { name: string }) => `החיבור ${name} נותק.` },
    errors: { conflict: ({ service = '' }: { service?: string | undefined }) => ({ title: `שינוי: ${service}`, text: 'שינוי.', action: 'שוב' }) },
    playground: { operations: { title: ({ action }: { action: string }) => (action === 'api_search' ? 'חיפוש' : '') } },
  };
  function Said({ name }: { name: string }) {
    const { disconnected } = useManagerWords();
    const { conflict } = useErrorWords();
    const { operations } = usePlaygroundWords();
    return (
      <ul dir="rtl">
        <li>{disconnected({ name })}</li>
        <li>{conflict({ service: name }).title}</li>
        <li>{operations.title({ action: 'api_search', entity: 'Contacts', name: 'Search' })}</li>
      </ul>
    );
  }
  const say = (name: string) => render(<Said name={name} />, { wrapper: ({ children }) => <MessagesProvider messages={own}>{children}</MessagesProvider> });

  it.each([
    ['Yahoo!', '\u2068Yahoo!\u2069'],
    ['.com', '\u2068.com\u2069'],
    ['Acme', 'Acme'],
    ['3M', '3M'],
  ])('is told as it is, its signs included: %s', (name, shown) => {
    say(name);
    expect(said().slice(0, 2)).toEqual([`החיבור ${shown} נותק.`, `שינוי: ${shown}`]);
  });

  it('is a name: what tells words apart is handed on as it is', () => {
    say('Yahoo!');
    expect(said()[2]).toBe('חיפוש');
  });

  it('has its sign where it belongs', () => {
    say('Yahoo!');
    const text = screen.getAllByRole('listitem')[0]?.firstChild ?? document.body;
    const at = (character: string) => {
      const range = document.createRange();
      const index = text.textContent?.indexOf(character) ?? 0;
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    };
    expect(at('!')).toBeGreaterThan(at('o'));
    expect(at('Y')).toBeLessThan(at('o'));
  });
});

it('has each thing once, at its first place, in its latest form', () => {
  const items = [
    { id: 'a', at: 1 },
    { id: 'b', at: 2 },
    { id: 'a', at: 3 },
  ];
  expect(withoutRepeats(items, ({ id }) => id)).toEqual([
    { id: 'a', at: 3 },
    { id: 'b', at: 2 },
  ]);
  const once = items.slice(0, 2);
  expect(withoutRepeats(once, ({ id }) => id)).toBe(once);
});

it('the words that are there when the flow opens, and those of its screens, are of one area of the host’s', () => {
  const Both = () => [useFrameWords().cancel, useFlowWords().cancel, useFlowWords().done, useFlowWords().checking.title].join(', ');
  render(
    <MessagesProvider messages={{ flow: { cancel: 'Leave', done: 'Ready' } }}>
      <p>
        <Both />
      </p>
    </MessagesProvider>,
  );
  expect(screen.getByText('Leave, Leave, Ready, Checking that it works')).toBeVisible();
});
