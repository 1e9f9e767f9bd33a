import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { vi } from 'vitest';
import '../../../src/styles.css';
import { formTrouble } from '../../../src/components/CredentialForm/formTrouble.js';
import { CredentialForm, type CredentialFormProps, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';
import type { JsonSchema } from '../../../src/core/index.js';
import type { FormValues } from '../../../src/form/index.js';

// They load beside a form. `later.cold.test.tsx` is about the time before they are there.
await Promise.all([moreControls.load(), formTrouble.load()]);

export type Setup = Partial<CredentialFormProps> & { schema: JsonSchema };

/** A form with a caller that keeps its values and a submit button outside, as in the dialog's foot. */
export function setup({ values: first, ...given }: Setup) {
  const onSubmit = vi.fn<CredentialFormProps['onSubmit']>();
  const latest = { values: first ?? emptyValues(given.schema) };
  function Caller(props: Setup) {
    const [values, setValues] = useState<FormValues>(latest.values);
    latest.values = values;
    return (
      <StrictMode>
        <CredentialForm id="connect" serviceName="Acme" onSubmit={onSubmit} {...props} values={values} onValuesChange={setValues} />
        <button type="submit" form="connect">
          Connect
        </button>
      </StrictMode>
    );
  }
  const { container, rerender } = render(<Caller {...given} />);
  const user = userEvent.setup();
  return {
    user,
    onSubmit,
    latest,
    container,
    form: () => container.querySelector('form')!,
    submit: () => user.click(screen.getByRole('button', { name: 'Connect' })),
    update: (next: Partial<CredentialFormProps>) => rerender(<Caller {...given} {...next} />),
  };
}

/** A schema of one field, `f`. */
export const only = (field: JsonSchema, required = true): JsonSchema => ({ type: 'object', properties: { f: field }, required: required ? ['f'] : [] });
