import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { slotProps } from '../../internal/index.js';

export interface FactsProps extends Omit<ComponentPropsWithoutRef<'dl'>, 'children'> {
  /** Name and value, in the order shown. */
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** A few named values, a `<dl>`. */
export const Facts = forwardRef<HTMLDListElement, FactsProps>(function Facts({ facts, className, ...native }, ref) {
  return (
    <dl {...native} {...slotProps('facts', className)} ref={ref}>
      {facts.flatMap(([name, value]) => [<dt key={`${name}.name`}>{name}</dt>, <dd key={`${name}.value`}>{value}</dd>])}
    </dl>
  );
});
