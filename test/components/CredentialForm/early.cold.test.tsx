import { act, screen } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import '../../../src/styles.css';
import { CredentialForm, emptyValues } from '../../../src/components/CredentialForm/index.js';

const schema = { type: 'object', required: ['name'], properties: { name: { type: 'string', title: 'Name' }, note: { type: 'string', title: 'Note' } } };

// No form has been drawn in this page: what sends one is not there yet.
it('loses no press that comes before the form can be sent, and sends it once, as it is filled in', async () => {
  const onSubmit = vi.fn();
  const Page = () => {
    const [values, setValues] = useState(() => ({ ...emptyValues(schema), name: ' Ada ' }));
    return (
      <StrictMode>
        <CredentialForm
          autoFocus
          id="early"
          schema={schema}
          serviceName="Acme"
          values={values}
          onValuesChange={(next) => setValues({ name: '', ...next })}
          onSubmit={onSubmit}
        />
        <button type="submit" form="early">
          Connect
        </button>
      </StrictMode>
    );
  };
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<Page />));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  const button = screen.getByRole('button', { name: 'Connect' });
  act(() => button.click());
  act(() => button.click());
  expect(onSubmit).not.toHaveBeenCalled();
  await expect.poll(() => onSubmit.mock.calls).toEqual([[{ name: 'Ada' }]]);
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => root.unmount());
  place.remove();
});
