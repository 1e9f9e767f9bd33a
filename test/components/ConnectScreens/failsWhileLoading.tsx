import { ConnectScreens } from '../../../src/components/ConnectScreens/index.js';
import { ConnectError, type ConnectFlowState } from '../../../src/core/index.js';

export const loading: ConnectFlowState = { step: 'loading', definitionId: 'stripe' };
export const failed: ConnectFlowState = {
  step: 'failed',
  from: 'loading',
  definitionId: 'stripe',
  error: new ConnectError('network_unavailable', 'No network.'),
};

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};

/** The screens of a flow without network, in a page that has loaded none of the later ones. */
export const at = (state: ConnectFlowState) => <ConnectScreens {...ACTIONS} state={state} definitions={[]} appName="Fernway" autoFocus offline />;
