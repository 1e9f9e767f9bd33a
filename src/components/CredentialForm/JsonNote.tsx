'use client';
import type { ReactNode } from 'react';
import { RichText, useControlWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { useFormSlots } from './context.js';
import type { JsonProblem } from './jsonProblem.js';
import { useSaid } from './useSaid.js';

/** Where a text stops being JSON, a `<p>`. */
export function JsonNote({ id, problem }: { id: string; problem: JsonProblem }): ReactNode {
  const { json } = useControlWords();
  const slot = useFormSlots();
  const { code, found, line, column } = problem;
  const said = code === 'ended' ? json.ended : code === 'unclosed' ? json.unclosed(line, column) : json.unexpected(found, line, column);
  useSaid(said.replaceAll('`', ''));
  return (
    <p {...slot('field-note')} data-tone="warning" id={id}>
      <Icon name="info" />
      <span>
        <RichText text={said} />
      </span>
    </p>
  );
}
