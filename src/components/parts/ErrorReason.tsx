'use client';
import type { ReactNode } from 'react';
import { useReasonWords } from '../../internal/index.js';
import { Details } from './Details.js';

/** Characters that are read at a glance; more of them fold. */
const SHORT = 160;

export interface ErrorReasonProps {
  /** A `ConnectError`'s `reason`: words of another system, made for end users. Shown as text, whatever they look like. */
  children: string;
  /** A long one begins unfolded, where it is all that helps. @default false */
  open?: boolean | undefined;
}

/** Why, in the words of whoever refused: a `<p>`, and a fold around it where it is long. */
export function ErrorReason({ children, open }: ErrorReasonProps): ReactNode {
  const words = useReasonWords();
  if (children.trim() === '') return null;
  // An element of its own: characters that isolate could be ended by those of the text.
  if (children.length <= SHORT)
    return (
      <p data-ack-slot="reason">
        {words.given} <bdi>{children}</bdi>
      </p>
    );
  return (
    <Details summary={words.summary} open={open}>
      <p data-ack-slot="reason">
        <bdi>{children}</bdi>
      </p>
    </Details>
  );
}
