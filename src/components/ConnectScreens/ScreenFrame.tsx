'use client';
import type { AriaAttributes, ReactNode } from 'react';
import { OfflineNotice } from './OfflineNotice.js';
import { useScreenSlots, useScreens } from './slots.js';

export interface ScreenFrameProps {
  footer?: ReactNode;
  children: ReactNode;
}

/** A screen below the head: body does the work, foot holds the way on. */
export function ScreenFrame({ footer, children }: ScreenFrameProps): ReactNode {
  const slot = useScreenSlots();
  return (
    <>
      <div {...slot('dialog-body')}>{children}</div>
      {footer !== undefined && <footer {...slot('dialog-footer')}>{footer}</footer>}
    </>
  );
}

export interface ScreenTitleProps {
  /** Names the dialog. */
  id: string;
  children: ReactNode;
  description?: ReactNode;
}

const noticeIdOf = (titleId: string): string => `${titleId}-offline`;

/** For the button that leads on: without a network it is off, and the notice below the title says why. */
export function useOffWhileOffline(titleId: string): Pick<AriaAttributes, 'aria-disabled' | 'aria-describedby'> {
  return useScreens().offline ? { 'aria-disabled': true, 'aria-describedby': noticeIdOf(titleId) } : {};
}

/** The one title of a screen, where focus goes when the screen appears, its sentence, and whether there is a network. */
export function ScreenTitle({ id, children, description }: ScreenTitleProps): ReactNode {
  const slot = useScreenSlots();
  return (
    <>
      <div>
        <h2 {...slot('title')} id={id} tabIndex={-1}>
          {children}
        </h2>
        {description !== undefined && <p {...slot('description')}>{description}</p>}
      </div>
      <OfflineNotice id={noticeIdOf(id)} />
    </>
  );
}
