import type { Connector } from '../../core/index.js';

/** How a connector is doing, as far as somebody looked. */
export interface ConnectorStatus {
  /** `attention`: works, but not for long. `broken`: needs a new sign-in. `unverified`: there is no way to try it. */
  status: 'ok' | 'checking' | 'attention' | 'broken' | 'unverified';
  /** Replaces the status's own word, `Sign in by 28 Mar`. */
  label?: string | undefined;
  /** One sentence: since when, and why. */
  note?: string | undefined;
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
