'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useFlowWords, VERSION_MARK } from '../../internal/index.js';
import { Button } from '../parts/index.js';
import { useScreenSlots } from './slots.js';

export interface DiscardQuestionProps {
  onKeep: () => void;
  onDiscard: () => void;
}

/** In place of the foot: whether what was typed may go. The form stays in sight, and the focus is on keeping it. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps): ReactNode {
  const slot = useScreenSlots();
  const { discard } = useFlowWords();
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div {...VERSION_MARK} {...slot('discard')} role="alertdialog" aria-labelledby={`${id}title`} aria-describedby={`${id}text`}>
      <div>
        <p data-ack-slot="discard-title" id={`${id}title`}>
          {discard.title}
        </p>
        <p {...slot('description')} id={`${id}text`}>
          {discard.text}
        </p>
      </div>
      <div data-ack-slot="discard-actions">
        <Button variant="danger-ghost" onClick={onDiscard}>
          {discard.discard}
        </Button>
        <Button variant="primary" ref={keep} onClick={onKeep}>
          {discard.keep}
        </Button>
      </div>
    </div>
  );
}
