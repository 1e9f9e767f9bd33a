'use client';
import { type ReactNode, useContext } from 'react';
import type { FormField } from '../../form/index.js';
import { FormContext, useFormSlots } from './context.js';
import { replaceable } from './replaceable.js';
import type { ObjectControlProps } from './types.js';
import { useContainer } from './useContainer.js';

/** A group of values under a name of its own. */
export function ObjectField({ field, children }: { field: FormField; children: ReactNode }): ReactNode {
  const { parts = {} } = useContext(FormContext);
  const slot = useFormSlots();
  const { drawnByHost, ...container } = useContainer(field, false);
  return drawnByHost({ control: null, fields: children }, (own) =>
    own === undefined ? (
      replaceable('object', parts.object, ObjectFrame, { ...container, children })
    ) : (
      <div {...slot('field')} data-kind="object" data-invalid={container.message === undefined ? undefined : ''}>
        {own}
      </div>
    ),
  );
}

/** A `<fieldset>` with its name, what is said of it, and its fields. */
function ObjectFrame({ field, attributes, message, error, help, children }: ObjectControlProps): ReactNode {
  const slot = useFormSlots();
  return (
    <fieldset {...slot('field')} id={attributes.id} aria-describedby={attributes['aria-describedby']} data-invalid={message === undefined ? undefined : ''}>
      <legend {...slot('field-label')}>{field.label}</legend>
      {help}
      {error}
      <div {...slot('fields')} data-nested="">
        {children}
      </div>
    </fieldset>
  );
}
