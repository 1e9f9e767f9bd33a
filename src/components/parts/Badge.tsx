import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { slotProps } from '../../internal/index.js';

export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  tone?: 'danger' | 'success' | 'warning' | 'info' | undefined;
}

/** A word in a quiet chip, a `<span>`. */
export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge({ tone, className, ...native }, ref) {
  return <span {...native} {...slotProps('badge', className)} ref={ref} data-tone={tone} />;
});
