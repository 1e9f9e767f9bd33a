import fc from 'fast-check';
import type { ReactNode } from 'react';
import {
  ConnectorList,
  ConnectorPicker,
  ConnectScreens,
  CredentialForm,
  ExecutePlayground,
  emptyValues,
  MethodChoice,
  OAuthButton,
  OAuthCallback,
} from '../../../src/components/index.js';
import { icon, text } from './foreignText.js';
import { app, CODES, connector, definition, detail, error, flowState, id, operation, result, schema } from './foreignValues.js';

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const LIST_ACTIONS = { onDisconnect: nothing, onRename: nothing, onCheck: nothing, onReconnect: nothing, onConnect: nothing };
const COUNTS = { 1: 2, 2: -1, 3: Number.NaN };
const EIGHT = { maxLength: 8, size: 'max' } as const;
const STATUSES = ['ok', 'broken', 'attention', 'checking', 'unverified'] as const;
const OUTCOMES = ['completing', 'connected', 'failed', 'relayed', 'nothing'] as const;
const orNull = <Value,>(values: fc.Arbitrary<Value>, freq = 2) => fc.option(values, { nil: null, freq });

const scene = <Props,>(props: fc.Arbitrary<Props>, draw: (props: Props) => ReactNode): fc.Arbitrary<ReactNode> => props.map((drawn) => draw(drawn));

/** Every component with props from elsewhere. Each draws itself without a provider. */
export const SCENES: Readonly<Record<string, fc.Arbitrary<ReactNode>>> = {
  ConnectorPicker: scene(
    fc.record({
      definitions: fc.array(definition, EIGHT),
      appName: app,
      attentionIds: fc.array(id, { maxLength: 2 }),
      suggested: fc.array(id, { maxLength: 3 }),
      error: orNull(error),
    }),
    (props) => <ConnectorPicker {...props} connectedCounts={COUNTS} onSelect={nothing} onRequest={nothing} onRetry={nothing} categories />,
  ),
  ConnectorList: scene(
    fc.record({
      connectors: fc.array(connector, EIGHT),
      appName: app,
      error: orNull(error),
      failures: fc.dictionary(id, error),
      title: app,
      statuses: fc.dictionary(id, fc.record({ status: fc.constantFrom(...STATUSES), label: app, note: app, reason: app })),
    }),
    (props) => <ConnectorList {...props} {...LIST_ACTIONS} onRetry={nothing} />,
  ),
  ConnectScreens: scene(
    fc.record({ state: flowState, appName: app, definitions: fc.array(definition, { maxLength: 3 }), longAfterMs: fc.constantFrom(0, 1e9) }),
    (props) => <ConnectScreens {...ACTIONS} {...props} />,
  ),
  CredentialForm: scene(fc.record({ schema, serviceName: text, appName: app, error: orNull(error) }), (props) => (
    <CredentialForm {...props} id="form" values={emptyValues(props.schema)} onValuesChange={nothing} onSubmit={nothing} />
  )),
  ExecutePlayground: scene(
    fc.record({
      connector,
      operations: fc.array(operation, { maxLength: 5 }),
      result: orNull(result),
      error: orNull(error, 3),
      operationsError: orNull(error, 6),
    }),
    (props) => <ExecutePlayground {...props} onRun={nothing} onStop={nothing} onNextPage={nothing} />,
  ),
  MethodChoice: scene(detail, (definition) => <MethodChoice definition={definition} onChoose={nothing} />),
  OAuthButton: scene(fc.record({ serviceName: text, iconUrl: icon }), (props) => <OAuthButton {...props} />),
  OAuthCallback: scene(
    fc.record({
      status: fc.constantFrom(...OUTCOMES),
      serviceName: app,
      connectorName: app,
      appName: app,
      errorCode: fc.constantFrom(...CODES),
      requestId: app,
      returnHref: app,
    }),
    (props) => <OAuthCallback {...props} onClose={nothing} />,
  ),
};
