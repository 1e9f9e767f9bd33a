'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { RichText, useControlWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import { pasteDoctor } from './pasteDoctor.js';

export interface PatternHintProps {
  /** The control's `aria-describedby` names it. */
  id: string;
  field: FormField;
  value: unknown;
}

/**
 * How a value looks, and once it is typed that it fits, a `<p>`. It never says that it does not: half a value is no mistake.
 * @selector [data-fits]
 */
export function PatternHint({ id, field, value }: PatternHintProps): ReactNode {
  const words = useControlWords();
  const slot = useFormSlots();
  const doctor = pasteDoctor.use('a pattern');
  const text = typeof value === 'string' ? value.trim() : '';
  const fits = text !== '' && doctor?.patternOf(field.schema.pattern)?.test(text) === true;
  return (
    <p {...slot('pattern-hint')} id={id} data-fits={fits ? '' : undefined}>
      <span>
        <RichText text={words.pattern.looks(field.patternHint ?? '')} />
      </span>
      {fits && (
        <span>
          <Icon name="check" />
          {words.pattern.fits}
        </span>
      )}
    </p>
  );
}
