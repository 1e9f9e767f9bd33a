'use client';
import { type ReactNode, useId } from 'react';
import type { ConnectorDefinitionDetail } from '../../core/index.js';
import { useFlowWords } from '../../internal/index.js';
import { Details, Icon } from '../parts/index.js';
import { permissionsOf } from './permissionsOf.js';
import { useScreenSlots } from './slots.js';

export interface PermissionsPreviewProps {
  definition: ConnectorDefinitionDetail;
  appName: string | undefined;
}

/** So many are named at once; of more, the others unfold. */
const MOST = 6;

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
            <Things things={reads} say={permissions.reads} />
          </li>
        )}
        <li data-ack-slot="permission">
          <Icon name={changes.length > 0 ? 'pencil' : 'lock'} />
          {changes.length > 0 ? <Things things={changes} say={permissions.changes} /> : permissions.changesNothing(subject)}
        </li>
      </ul>
    </div>
  );
}

function Things({ things, say }: { things: readonly string[]; say: (things: readonly string[]) => string }): ReactNode {
  const { permissions } = useFlowWords().consent;
  // One more takes no more room than what would stand for it.
  if (things.length <= MOST + 1) return say(things);
  return (
    <div>
      {say(things.slice(0, MOST))}
      <Details summary={permissions.more(things.length - MOST)}>{say(things.slice(MOST))}</Details>
    </div>
  );
}
