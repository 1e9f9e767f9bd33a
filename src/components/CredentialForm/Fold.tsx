'use client';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { Details, Icon } from '../parts/index.js';
import { FormContext } from './context.js';
import { fieldKey, fieldsInPlay } from './fieldLists.js';
import { isFilled } from './isDirty.js';

export interface FoldProps {
  summary: ReactNode;
  /** What is inside. */
  fields: readonly FormField[];
  /** @default whether a value inside differs from the default */
  open?: boolean | undefined;
  children: ReactNode;
}

/**
 * A fold of fields, a `<details>`. What is inside stays in the page, so that nothing typed is lost. It opens by itself when an error appears
 * inside, and closed it shows that there is one.
 */
export function Fold({ summary, fields, open, children }: FoldProps): ReactNode {
  const form = useFormWords();
  const { values, defaults = {}, messages } = useContext(FormContext);
  const details = useRef<HTMLDetailsElement>(null);
  const [openAtFirst] = useState(() => open ?? fields.some((field) => isFilled(values, defaults, field.draftPath)));
  const wrong = fieldsInPlay(fields, values).some((field) => fieldKey(field) in messages);
  useEffect(() => {
    if (wrong && details.current !== null) details.current.open = true;
  }, [wrong]);
  return (
    <Details
      ref={details}
      open={openAtFirst}
      summary={
        <>
          {summary}
          {wrong && (
            <span data-ack-slot="fold-mark">
              <Icon name="alert" />
              <span data-ack-slot="visually-hidden">{form.problemInside}</span>
            </span>
          )}
        </>
      }
    >
      {children}
    </Details>
  );
}
