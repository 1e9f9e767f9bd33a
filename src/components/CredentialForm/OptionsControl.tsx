'use client';
import type { ReactNode } from 'react';
import { useFormSlots } from './context.js';
import { controlParts } from './loadControlParts.js';
import type { ControlProps } from './types.js';

/**
 * Any of the values that a schema offers, a group of check boxes; many of them in a frame that scrolls, with a filter over it. The boxes
 * load when they are first needed: until then the group is there and empty, at its size.
 * @example <OptionsControl field={field} value={['read']} onValueChange={setValue} disabled={false} attributes={attributes} />
 */
export function OptionsControl(props: ControlProps): ReactNode {
  const { field, attributes, labelId } = props;
  const slot = useFormSlots();
  const CheckBoxes = controlParts.use('a list of options')?.CheckBoxes;
  return (
    <div
      {...slot('options')}
      role="group"
      id={attributes.id}
      tabIndex={-1}
      aria-labelledby={labelId}
      aria-label={labelId === undefined ? field.label : undefined}
      aria-describedby={attributes['aria-describedby']}
      aria-busy={CheckBoxes === undefined || undefined}
      data-invalid={attributes['aria-invalid'] ? '' : undefined}
    >
      {CheckBoxes !== undefined && <CheckBoxes {...props} />}
    </div>
  );
}
