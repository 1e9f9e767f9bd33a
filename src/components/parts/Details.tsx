import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { slotProps } from '../../internal/index.js';
import { Icon } from './Icon.js';

export interface DetailsProps extends ComponentPropsWithoutRef<'details'> {
  summary: ReactNode;
}

/** A fold, a native `<details>`. */
export const Details = forwardRef<HTMLDetailsElement, DetailsProps>(function Details({ summary, className, children, ...native }, ref) {
  return (
    <details {...native} {...slotProps('details', className)} ref={ref}>
      <summary data-ack-slot="details-summary">
        <Icon name="chevron" />
        {summary}
      </summary>
      <div data-ack-slot="details-content">{children}</div>
    </details>
  );
});
