'use client';
import type { ReactNode } from 'react';
import { RichText, useFormWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { branchName } from './branchName.js';
import { useFormSlots } from './context.js';
import type { ChoiceControlProps } from './types.js';

/** Many alternatives, a `<select>`; what is said of the chosen one stands below. */
export function ChoiceSelect({ field, branches, chosen, onChoose, disabled, id, describedBy, invalid }: ChoiceControlProps): ReactNode {
  const form = useFormWords();
  const slot = useFormSlots();
  const helpId = chosen?.help ? `${id}-text` : undefined;
  const none = !field.required || chosen === null;
  return (
    <>
      <div {...slot('select-group')}>
        <select
          {...slot('select')}
          id={id}
          required={field.required}
          disabled={disabled}
          aria-describedby={[describedBy, helpId].filter(Boolean).join(' ') || undefined}
          aria-invalid={invalid || undefined}
          value={chosen?.index ?? ''}
          onChange={({ target }) => onChoose(branches.find(({ index }) => String(index) === target.value) ?? null)}
        >
          {none && <option value="">{field.required ? form.choose : form.notSet}</option>}
          {branches.map((branch) => (
            <option key={branch.index} value={branch.index}>
              {branchName(branch, form)}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </div>
      {chosen?.help && (
        <p {...slot('field-description')} id={helpId}>
          <RichText text={chosen.help} />
        </p>
      )}
    </>
  );
}
