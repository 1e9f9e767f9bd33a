'use client';
import type { ReactNode } from 'react';
import { OfflineNotice } from './OfflineNotice.js';
import { useScreenSlots, useScreens } from './slots.js';

export interface ScreenFrameProps {
  footer?: ReactNode;
  children: ReactNode;
}

/** A screen below the head: body does the work, foot holds the way on. */
export function ScreenFrame({ footer, children }: ScreenFrameProps): ReactNode {
  const slot = useScreenSlots();
  const { offline } = useScreens();
  return (
    <>
      <div {...slot('dialog-body')}>
        {offline && <OfflineNotice />}
        {children}
      </div>
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

/** The one title of a screen, where focus goes when the screen appears, and its sentence. */
export function ScreenTitle({ id, children, description }: ScreenTitleProps): ReactNode {
  const slot = useScreenSlots();
  return (
    <div>
      <h2 {...slot('title')} id={id} tabIndex={-1}>
        {children}
      </h2>
      {description !== undefined && <p {...slot('description')}>{description}</p>}
    </div>
  );
}
