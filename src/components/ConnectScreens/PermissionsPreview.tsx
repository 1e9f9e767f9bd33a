'use client';
import { type ReactNode, useId } from 'react';
import type { ConnectorDefinitionDetail } from '../../core/index.js';
import { useFlowWords } from '../../internal/index.js';
import { Icon } from '../parts/index.js';
import { permissionsOf } from './permissionsOf.js';
import { useScreenSlots } from './slots.js';

export interface PermissionsPreviewProps {
  definition: ConnectorDefinitionDetail;
  appName: string | undefined;
}

/** What the application can do once it is connected, before somebody agrees to it. Nothing where that is not known. */
export function PermissionsPreview({ definition, appName }: PermissionsPreviewProps): ReactNode {
  const slot = useScreenSlots();
  const { permissions } = useFlowWords().consent;
  const id = useId();
  const known = permissionsOf(definition);
  if (known === null) return null;
  const { reads, changes } = known;
  const subject = { service: definition.name, app: appName };
  return (
    <div {...slot('permissions')}>
      <p data-ack-slot="permissions-title" id={id}>
        {permissions.title(subject)}
      </p>
      <ul data-ack-slot="permissions-list" aria-labelledby={id}>
        {reads.length > 0 && (
          <li data-ack-slot="permission">
            <Icon name="eye" />
            {permissions.reads(reads)}
          </li>
        )}
        <li data-ack-slot="permission">
          <Icon name={changes.length > 0 ? 'pencil' : 'lock'} />
          {changes.length > 0 ? permissions.changes(changes) : permissions.changesNothing(subject)}
        </li>
      </ul>
    </div>
  );
}
