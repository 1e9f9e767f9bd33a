import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { slotProps } from '../../internal/index.js';
import { Spinner } from './Spinner.js';

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** One `primary` on a screen. @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger-ghost' | undefined;
  /** @default 'md' */
  size?: 'sm' | 'md' | undefined;
  /** Something runs because of it: it stays focusable and does nothing. @selector [data-loading] @default false */
  loading?: boolean | undefined;
}

/** A `<button type="button">`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'secondary', size = 'md', loading = false, className, children, onClick, type = 'button', ...native },
  ref,
) {
  return (
    <button
      {...native}
      {...slotProps('button', className)}
      ref={ref}
      type={type}
      data-variant={variant}
      data-size={size === 'sm' ? 'sm' : undefined}
      data-loading={loading ? '' : undefined}
      aria-disabled={loading || native['aria-disabled']}
      onClick={(event) => {
        if (loading) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {loading && <Spinner />}
      {children}
    </button>
  );
});
