import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, useState } from 'react';
import { vi } from 'vitest';
import '../../src/styles.css';
import { moreControls } from '../../src/components/CredentialForm/moreControls.js';
import type { ControlProps } from '../../src/components/CredentialForm/types.js';
import { type FormField, layOutForm } from '../../src/form/index.js';

/** The field that a schema makes, at the root of a form. */
export const fieldOf = (schema: Record<string, unknown>, required = true): FormField =>
  layOutForm({ type: 'object', required: required ? ['value'] : [], properties: { value: { title: 'Value', ...schema } } }).fields[0]!;

// The row of a saved secret loads when there is one.
await moreControls.load();

interface Setup {
  field: FormField;
  value?: unknown;
  disabled?: boolean;
}

/** One control, alone: a label, a value that is kept, and nothing of a form around it. */
export function setupControl(Control: ComponentType<ControlProps>, { field, value: first, disabled = false }: Setup) {
  const onValueChange = vi.fn<(value: unknown) => void>();
  const latest = { value: first };
  let setFromOutside: (value: unknown) => void = () => undefined;
  function Caller() {
    const [value, setValue] = useState(first);
    latest.value = value;
    setFromOutside = setValue;
    const change = (next: unknown) => {
      onValueChange(next);
      setValue(next);
    };
    const attributes = { id: 'value', required: field.required, 'aria-describedby': undefined, 'aria-invalid': undefined };
    return (
      <div data-ack-slot="field">
        <label htmlFor="value" id="value-label">
          {field.label}
        </label>
        <Control field={field} value={value} onValueChange={change} disabled={disabled} attributes={attributes} labelId="value-label" />
        <button type="button">Elsewhere</button>
      </div>
    );
  }
  const { container, unmount } = render(<Caller />);
  return { user: userEvent.setup(), container, unmount, onValueChange, value: () => latest.value, setValue: (value: unknown) => setFromOutside(value) };
}

/** All that markup, copied or recorded, would hold: attributes, text and serialised properties; not what boxes hold. */
export const markupOf = (container: HTMLElement): string => container.outerHTML;
