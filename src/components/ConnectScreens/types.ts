import type { ConnectError, ConnectFlowState, Connector, ConnectorDefinition, ConnectorValues } from '../../core/index.js';
import type { ConnectorPickerProps } from '../ConnectorPicker/index.js';

/** What a person can do on the screens. Those that open a window are called in the click itself. */
export interface ConnectScreensActions {
  onPick: (definitionId: string) => void;
  /** Somebody is about to pick this one: time to fetch it. */
  onIntent?: ((definitionId: string) => void) | undefined;
  onChooseMethod: (key: string) => void;
  /** Stores what was typed; after a failure of which nothing is stored, once more. */
  onSubmit: (values: ConnectorValues) => void;
  /** Starts the sign-in; called in the click. */
  onAuthorise: (values: ConnectorValues) => void;
  /** Called in the click. */
  onShowWindow: () => void;
  /** Called in the click. */
  onReopen: () => void;
  onContinueInTab: () => void;
  /** One step back; ends what is waited for. */
  onBack: () => void;
  /** After a service that could not be loaded, and for “Check again”; a sign-in is begun again by `onAuthorise`, a key sent again by `onSubmit`. */
  onRetry: () => void;
  onConnectAnother: () => void;
  /** Leaves the flow. */
  onClose: () => void;
}

/** How a flow's picker stands, where a host wants it otherwise. */
export type PickerOptions = Pick<ConnectorPickerProps, 'suggested' | 'onRequest' | 'categories' | 'layout'>;

/** What the picker draws. */
export interface ConnectScreensData {
  state: ConnectFlowState;
  definitions: readonly ConnectorDefinition[];
  /** @default false */
  definitionsLoading?: boolean | undefined;
  /** @default null */
  definitionsError?: ConnectError | null | undefined;
  onRetryDefinitions?: (() => void) | undefined;
  /** The connected account that is signed in to anew, or gets a new key: the screens name it. @default null, a new one */
  reconnects?: Pick<Connector, 'name'> | null | undefined;
  /** Whether the flow began with the picker: else its first step, after which there would be nothing, offers no way back. @default true */
  hasPicker?: boolean | undefined;
  /** Connected accounts by definition id. @default {} */
  connectedCounts?: Readonly<Record<string, number>> | undefined;
  /** Ids of definitions with a connector that needs a new sign-in. @default [] */
  attentionIds?: readonly string[] | undefined;
  /** What the picker shows beside all services. @default {} */
  picker?: PickerOptions | undefined;
  /** The host's own name, in sentences. */
  appName?: string | undefined;
  /** Whether a sign-in may go on in this tab where its window is blocked. @default true */
  canContinueInTab?: boolean | undefined;
  /** The consent page's https address: where its window is blocked and the tab can not be left either, the person opens it by hand. */
  consentUrl?: string | undefined;
  /** A wait over this many milliseconds is explained. @default 10_000 */
  longAfterMs?: number | undefined;
  /** Whether there is no network. @default what the browser says */
  offline?: boolean | undefined;
}

/** The states that know what is connected and how. */
export type StateOf<Step extends ConnectFlowState['step']> = Extract<ConnectFlowState, { step: Step }>;
