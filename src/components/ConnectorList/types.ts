import type { ComponentType } from 'react';
import type { ConnectError, Connector } from '../../core/index.js';

/** How a connector is doing, as far as somebody looked. */
export interface ConnectorStatus {
  /** `attention`: works, but not for long. `broken`: needs a new sign-in. `unverified`: there is no way to try it. */
  status: 'ok' | 'checking' | 'attention' | 'broken' | 'unverified';
  /** Replaces the status's own word, `Sign in by 28 Mar`. */
  label?: string | undefined;
  /** One sentence: since when, and why. */
  note?: string | undefined;
  /** Why, in the words of whoever refused: a `ConnectError`'s `reason`. A long one folds. */
  reason?: string | undefined;
}

/** What was last asked of a row; names its wait and its failure. */
export type RowTask = 'disconnect' | 'rename' | 'check';

/** What a row can be asked for. */
export interface RowActions {
  onDisconnect: (connector: Connector) => void;
  onRename: (connector: Connector, name: string) => void;
  onCheck?: ((connector: Connector) => void) | undefined;
  onReconnect?: ((connector: Connector) => void) | undefined;
  /** Which rows offer `onReconnect`. @default all */
  canReconnect?: ((connector: Connector) => boolean) | undefined;
}

/** Slots of a `ConnectorList`: the same names as `data-ack-slot`. */
export type ConnectorListSlot =
  | 'manager-header'
  | 'manager-list'
  | 'manager-item'
  | 'manager-item-name'
  | 'manager-item-account'
  | 'manager-item-actions'
  | 'manager-item-note'
  | 'manager-rename'
  | 'menu'
  | 'menu-item'
  | 'empty';

/** What a replaced part of a row gets: how the connector stands, and what may be asked for. What is undefined is not on offer. */
export interface ListItemPartProps {
  connector: Connector;
  status: ConnectorStatus | undefined;
  /** What runs for this row; null: nothing. */
  pending: RowTask | null;
  /** Why the last thing asked of this row did not happen. */
  error: ConnectError | null;
  onCheck: (() => void) | undefined;
  onReconnect: (() => void) | undefined;
  /** Puts the field for a new name into the row. */
  onRename: () => void;
  /** Asks first. */
  onDisconnect: () => void;
}

/** Components in place of the kit's, in the place of the kit's: a state and buttons of your own stand where ours do. One that throws is left out for the kit's own. Keep the object the same between renders. */
export interface ConnectorListParts {
  /** The mark of the connector's service. */
  tile?: ComponentType<ListItemPartProps> | undefined;
  /** All that stands in a row, in its `<li>`; while it is renamed the kit's field is there. */
  'manager-item'?: ComponentType<ListItemPartProps> | undefined;
  /** How the connector is doing, in a word. */
  state?: ComponentType<ListItemPartProps> | undefined;
  /** The row's buttons. */
  'manager-item-actions'?: ComponentType<ListItemPartProps> | undefined;
  /** In place of a list with nothing in it. */
  empty?: ComponentType<{ appName: string | undefined; onConnect: (() => void) | undefined }> | undefined;
}
