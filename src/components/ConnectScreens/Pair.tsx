'use client';
import type { ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { Tile } from '../parts/index.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreenSlots } from './slots.js';

/** The host and the service with three dots between them that travel while something is waited for. Without a host's name: the service. */
export function Pair({ appName, definition }: { appName: string | undefined; definition: ConnectorDefinition }): ReactNode {
  const slot = useScreenSlots();
  const service = <ServiceTile size="lg" definition={definition} />;
  if (appName === undefined) return service;
  return (
    <span {...slot('pair')}>
      <Tile size="lg" name={appName} host />
      <span data-ack-slot="pair-link" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {service}
    </span>
  );
}
