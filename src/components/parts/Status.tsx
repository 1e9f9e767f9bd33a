import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, type Ref } from 'react';
import { slotProps } from '../../internal/index.js';
import { Icon } from './Icon.js';

export interface StatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** The tile, or two of them. */
  mark: ReactNode;
  /** The outcome's sign on the tile; none while something is waited for. */
  badge?: 'success' | 'danger' | 'warning' | undefined;
  title: ReactNode;
  /** Where focus goes when the screen appears. */
  titleRef?: Ref<HTMLHeadingElement> | undefined;
  titleId?: string | undefined;
  /** @default 'h2' */
  heading?: 'h1' | 'h2' | undefined;
  description?: ReactNode;
}

/** A wait or an outcome, in the middle of a screen, a `<div>`. */
export const Status = forwardRef<HTMLDivElement, StatusProps>(function Status(
  { mark, badge, title, titleRef, titleId, heading: Heading = 'h2', description, className, children, ...native },
  ref,
) {
  return (
    <div {...native} {...slotProps('status', className)} ref={ref}>
      <div data-ack-slot="status-mark">
        {mark}
        {badge !== undefined && (
          <span data-ack-slot="status-badge" data-tone={badge}>
            <Icon name={badge === 'success' ? 'check' : 'bang'} />
          </span>
        )}
      </div>
      <Heading data-ack-slot="title" ref={titleRef} id={titleId} tabIndex={-1}>
        {title}
      </Heading>
      {description !== undefined && <p data-ack-slot="description">{description}</p>}
      {children}
    </div>
  );
});
