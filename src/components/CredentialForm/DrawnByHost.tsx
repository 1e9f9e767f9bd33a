'use client';
import type { ReactNode } from 'react';
import { PartBoundary } from '../../internal/index.js';

export interface DrawnByHostProps {
  /** The prop's name, for the message to the developer. */
  prop: string;
  /** Calls the host's function, which gives null to draw nothing at all; undefined where there is none. */
  ask: (() => ReactNode) | undefined;
  /** Draws around what the host gave; undefined is the kit's own, which also stands in for what throws. */
  draw: (own: ReactNode) => ReactNode;
}

/**
 * What a function of the host's draws in a form. It is called in a component of its own, where what it throws can be caught, and once it
 * has thrown no more: most hosts make it anew in each render, so a new one is no other.
 */
export function DrawnByHost({ prop, ask, draw }: DrawnByHostProps): ReactNode {
  return (
    <PartBoundary name={prop} fallback={draw(undefined)}>
      <Asked ask={ask} draw={draw} />
    </PartBoundary>
  );
}

function Asked({ ask, draw }: Omit<DrawnByHostProps, 'prop'>): ReactNode {
  const own = ask?.();
  return own === null ? null : draw(own);
}
