'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Connector } from '../../core/index.js';
import { useFlowWords, useManagerWords } from '../../internal/index.js';
import { Dialog } from '../Dialog/index.js';
import { Button, IconButton, Tile } from '../parts/index.js';

export interface ConfirmDisconnectProps {
  connector: Connector;
  appName: string | undefined;
  onConfirm: (connector: Connector) => void;
  onClose: () => void;
}

/** Asks before a connector goes: by its name, however long, with the focus on keeping it. An ARIA alert dialog. */
export function ConfirmDisconnect({ connector, appName, onConfirm, onClose }: ConfirmDisconnectProps): ReactNode {
  const manager = useManagerWords();
  const flow = useFlowWords();
  const words = manager.confirm;
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const { name, definition } = connector;

  useEffect(() => keep.current?.focus(), []);

  return (
    <Dialog role="alertdialog" aria-labelledby={`${id}title`} aria-describedby={`${id}text`} onClose={onClose}>
      <header data-ack-slot="dialog-header">
        <div data-ack-slot="dialog-subject">
          <Tile name={definition.name} size="sm" />
          <span>{definition.name}</span>
        </div>
        <IconButton icon="x" label={flow.close} onClick={onClose} />
      </header>
      <div data-ack-slot="dialog-body">
        <div data-ack-slot="screen">
          <div>
            <h2 data-ack-slot="title" data-clamped="" id={`${id}title`}>
              {words.title({ name })}
            </h2>
            <p data-ack-slot="description" id={`${id}text`}>
              {words.text({ name, service: definition.name, app: appName })}
            </p>
          </div>
        </div>
      </div>
      <footer data-ack-slot="dialog-footer">
        <Button variant="danger-ghost" aria-label={words.disconnect({ name })} onClick={({ detail }) => detail < 2 && onConfirm(connector)}>
          {manager.menu.disconnect}
        </Button>
        <Button variant="primary" ref={keep} onClick={onClose}>
          {words.keep}
        </Button>
      </footer>
    </Dialog>
  );
}
