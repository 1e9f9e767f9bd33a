'use client';
import type { ReactNode, RefObject } from 'react';
import { useFormWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import { focusField } from './focusField.js';
import type { Problem } from './problems.js';

/** So many are listed; the others are counted. */
const LISTED = 6;

export interface ProblemListProps {
  problems: readonly Problem[];
  form: RefObject<HTMLFormElement | null>;
  formId: string;
}

/**
 * The values that need attention, a `<ul>` of buttons that lead to their fields. A line stays when its value changes, marked as done, so
 * that the form does not move under the hand. Not read again at each change, though the alert around it would be.
 */
export function ProblemList({ problems, form, formId }: ProblemListProps): ReactNode {
  const slot = useFormSlots();
  const words = useFormWords();
  return (
    <ul {...slot('problems')} aria-live="off">
      {problems.slice(0, LISTED).map(({ id, target, text, done }) => (
        <li key={id} data-done={done ? '' : undefined}>
          {done && <Icon name="check" />}
          {target === null ? (
            text
          ) : (
            <button type="button" data-ack-slot="link" onClick={() => focusField(form.current, formId, target)}>
              {text}
            </button>
          )}
        </li>
      ))}
      {problems.length > LISTED && <li>{words.moreProblems(problems.length - LISTED)}</li>}
    </ul>
  );
}
