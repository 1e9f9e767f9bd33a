import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { en } from '../../src/i18n/index.js';
import { MessagesProvider, usePickerWords } from '../../src/internal/index.js';

function Title() {
  return <h2>{usePickerWords().title}</h2>;
}

it('is English without a provider, and the host’s words with one', () => {
  const { rerender } = render(<Title />);
  expect(screen.getByRole('heading')).toHaveTextContent(en.picker.title);
  rerender(
    <MessagesProvider messages={{ ...en, picker: { ...en.picker, title: 'Verbinde deine Daten' } }}>
      <Title />
    </MessagesProvider>,
  );
  expect(screen.getByRole('heading')).toHaveTextContent('Verbinde deine Daten');
});

it('keeps the words of a provider around one that has none', () => {
  render(
    <MessagesProvider messages={{ ...en, picker: { ...en.picker, title: 'Verbinde deine Daten' } }}>
      <MessagesProvider messages={undefined}>
        <Title />
      </MessagesProvider>
    </MessagesProvider>,
  );
  expect(screen.getByRole('heading')).toHaveTextContent('Verbinde deine Daten');
});
