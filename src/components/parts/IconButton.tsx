import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { slotProps } from '../../internal/index.js';
import { Icon, type IconName } from './Icon.js';

export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  icon: IconName;
  /** Its accessible name. */
  label: string;
}

/** A `<button>` that shows only a sign; its name is read, not seen. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton({ icon, label, className, ...native }, ref) {
  return (
    <button type="button" {...native} {...slotProps('icon-button', className)} ref={ref} aria-label={label}>
      <Icon name={icon} />
    </button>
  );
});
