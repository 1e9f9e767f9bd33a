import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react';
import { slotProps } from '../../internal/index.js';
import { ErrorReason } from './ErrorReason.js';
import { Icon } from './Icon.js';

export interface NoticeProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default none: a notice that is only for information has no colour */
  tone?: 'danger' | 'success' | 'warning' | 'info' | undefined;
  title: ReactNode;
  /** Why, in the words of whoever refused: an error's `reason`. */
  reason?: string | undefined;
  /** Buttons under the text. */
  actions?: ReactNode;
}

/** What happened and what was kept, a `<div>`. Give it `role="alert"` when it appears by itself. */
export const Notice = forwardRef<HTMLDivElement, NoticeProps>(function Notice({ tone, title, reason, actions, className, children, ...native }, ref) {
  const icon = tone === 'success' ? 'check' : tone === 'danger' || tone === 'warning' ? 'alert' : 'info';
  return (
    <div {...native} {...slotProps('notice', className)} ref={ref} data-tone={tone}>
      <Icon name={icon} />
      <div>
        <strong data-ack-slot="notice-title">{title}</strong>
        {children !== undefined && <span data-ack-slot="notice-text">{children}</span>}
        {reason !== undefined && <ErrorReason>{reason}</ErrorReason>}
        {actions !== undefined && <div data-ack-slot="notice-actions">{actions}</div>}
      </div>
    </div>
  );
});
