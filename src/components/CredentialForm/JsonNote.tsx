'use client';
import { type ReactNode, useContext, useEffect } from 'react';
import { RichText, useControlWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { FormContext, useFormSlots } from './context.js';
import type { JsonProblem } from './jsonProblem.js';

/** Where a text stops being JSON, a `<p>`. */
export function JsonNote({ id, problem }: { id: string; problem: JsonProblem }): ReactNode {
  const { json } = useControlWords();
  const slot = useFormSlots();
  const { announce } = useContext(FormContext);
  const { code, found, line, column } = problem;
  const said = code === 'ended' ? json.ended : code === 'unclosed' ? json.unclosed(line, column) : json.unexpected(found, line, column);
  useEffect(() => announce?.(said.replaceAll('`', '')), [announce, said]);
  return (
    <p {...slot('field-note')} data-tone="warning" id={id}>
      <Icon name="info" />
      <span>
        <RichText text={said} />
      </span>
    </p>
  );
}
