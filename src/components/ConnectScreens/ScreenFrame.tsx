'use client';
import type { ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { useFlowWords } from '../../internal/index.js';
import { IconButton } from '../parts/index.js';
import { OfflineNotice } from './OfflineNotice.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreenSlots, useScreens } from './slots.js';

export interface ScreenFrameProps {
  /** Whose screen it is. */
  subject?: ConnectorDefinition | undefined;
  /** In place of a subject. */
  title?: ReactNode;
  onBack?: (() => void) | undefined;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

/** Head names the service, body does the work, foot holds the way on. */
export function ScreenFrame({ subject, title, onBack, onClose, footer, children }: ScreenFrameProps): ReactNode {
  const slot = useScreenSlots();
  const flow = useFlowWords();
  const { offline } = useScreens();
  return (
    <>
      <header {...slot('dialog-header')}>
        {onBack !== undefined && <IconButton icon="back" label={flow.back} onClick={onBack} />}
        {subject !== undefined && (
          <div {...slot('dialog-subject')}>
            <ServiceTile size="sm" definition={subject} />
            <bdi>{subject.name}</bdi>
          </div>
        )}
        {title}
        <IconButton icon="x" label={flow.close} onClick={onClose} />
      </header>
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
