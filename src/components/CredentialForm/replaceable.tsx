'use client';
import type { ComponentType, ReactNode } from 'react';
import { ReplaceablePart } from '../../internal/index.js';

/**
 * A part of a form: the host's component where it gave one, else the kit's own, which also stands in for one that throws.
 * @param name Of its slot.
 * @param part The host's, of `slots`.
 */
export function replaceable<Props extends object>(name: string, part: ComponentType<Props> | undefined, Own: ComponentType<Props>, props: Props): ReactNode {
  if (part === undefined) return <Own {...props} />;
  return (
    <ReplaceablePart name={name} part={part} props={props}>
      <Own {...props} />
    </ReplaceablePart>
  );
}
