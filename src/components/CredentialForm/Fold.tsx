'use client';
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { FormField, FormValues } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { Details, Icon } from '../parts/index.js';
import { FormContext } from './context.js';
import { fieldKey } from './fieldLists.js';
import { isFilled } from './isDirty.js';
import { moreControls } from './moreControls.js';
import { useFormState } from './useFormState.js';

export interface FoldProps {
  summary: ReactNode;
  /** What is inside. */
  fields: readonly FormField[];
  /** @default whether a value inside differs from the default */
  open?: boolean | undefined;
  children: ReactNode;
}

/**
 * A fold of fields, a `<details>`. What is inside is drawn when it is first opened, and stays in the page from then on; the values are the
 * form's. It opens by itself when an error appears inside, and closed it shows that there is one.
 */
export function Fold({ summary, fields, open, children }: FoldProps): ReactNode {
  const form = useFormWords();
  const { defaults, store } = useContext(FormContext);
  const details = useRef<HTMLDetailsElement>(null);
  const [openAtFirst] = useState(() => open ?? isAnyFilled(fields, store.state.values, defaults?.() ?? {}));
  const [drawn, setDrawn] = useState(openAtFirst);
  const { wrong } = useFormState(({ messages }) => ({ wrong: hasMessage(fields, messages) }));
  if (wrong && !drawn) setDrawn(true);
  useEffect(() => {
    if (wrong && details.current !== null) details.current.open = true;
  }, [wrong]);
  const draw = () => setDrawn(true);
  return (
    <Details
      ref={details}
      open={openAtFirst}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={draw}
      onToggle={draw}
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
      {drawn && children}
    </Details>
  );
}

/** Whoever is about to open it may find any control inside. */
const prepare = (): void => void moreControls.load().catch(() => undefined);

const isAnyFilled = (fields: readonly FormField[], values: FormValues, defaults: FormValues): boolean =>
  fields.some(({ draftPath }) => isFilled(values, defaults, draftPath));

/** Whether something is said at one of these fields, or inside it. */
const hasMessage = (fields: readonly FormField[], messages: Readonly<Record<string, string>>): boolean => {
  const told = toldPlaces(messages);
  return told.size > 0 && fields.some((field) => told.has(fieldKey(field)));
};

const known = new WeakMap<object, ReadonlySet<string>>();

/** The keys at which something is said, and those of all that is around them. Worked out once for all folds of a form. */
function toldPlaces(messages: Readonly<Record<string, string>>): ReadonlySet<string> {
  const found = known.get(messages) ?? new Set(Object.keys(messages).flatMap(withPlacesAround));
  known.set(messages, found);
  return found;
}

const withPlacesAround = (key: string): readonly string[] => [...[...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index)), key];
