'use client';
import type { ReactNode } from 'react';
import { ReplaceablePart, useFlowWords } from '../../internal/index.js';
import { Button, Facts, Status } from '../parts/index.js';
import { ScreenFrame } from './ScreenFrame.js';
import { ServiceTile } from './ServiceTile.js';
import { useScreens } from './slots.js';
import type { ConnectScreensActions, StateOf } from './types.js';

export interface ConnectedScreenProps extends Pick<ConnectScreensActions, 'onConnectAnother' | 'onClose'> {
  state: StateOf<'connected' | 'unverified'>;
  titleId: string;
  appName: string | undefined;
  /** Whether another service can be chosen. */
  hasPicker: boolean;
}

/** The end of the flow: which account is connected, and whether it was tried. */
export function ConnectedScreen({ state, titleId, appName, hasPicker, onConnectAnother, onClose }: ConnectedScreenProps): ReactNode {
  const flow = useFlowWords();
  const { parts } = useScreens();
  const { definition, method, connector } = state;
  const subject = { service: definition.name, app: appName };
  const verified = state.step === 'connected';
  const words = verified ? { title: flow.connected.title, text: flow.connected.text } : { title: flow.unverified.title, text: flow.unverified.text };
  const { account, service, method: by } = flow.connected.facts;
  const footer = (
    <>
      <Button variant="ghost" onClick={onConnectAnother}>
        {hasPicker ? flow.connectAnother : flow.connectAnotherAccount(subject)}
      </Button>
      <Button variant="primary" onClick={onClose}>
        {flow.done}
      </Button>
    </>
  );
  return (
    <ScreenFrame footer={footer}>
      <Status
        mark={<ServiceTile size="lg" definition={definition} />}
        badge={verified ? 'success' : 'warning'}
        title={words.title({ name: connector.name })}
        titleId={titleId}
        description={words.text(subject)}
      >
        <ReplaceablePart name="facts" part={parts.facts} props={{ connector, definition, method }}>
          <Facts
            facts={[
              // An account that nobody named is called after its service: it is not said twice.
              ...(connector.name === definition.name ? [] : [[account, <bdi key="name">{connector.name}</bdi>] as const]),
              [service, definition.name],
              [by, method.label],
            ]}
          />
        </ReplaceablePart>
      </Status>
    </ScreenFrame>
  );
}
