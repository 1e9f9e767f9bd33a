'use client';
import { type ReactNode, useId } from 'react';
import { type FormField, type FormValues, layOutForm } from '../../form/index.js';
import { ReplaceablePart, useFlowWords } from '../../internal/index.js';
import { CredentialForm } from '../CredentialForm/index.js';
import { Button, Icon } from '../parts/index.js';
import { ClearedNotice } from './ClearedNotice.js';
import { PermissionsPreview } from './PermissionsPreview.js';
import { ScreenFrame, ScreenTitle, useOffWhileOffline } from './ScreenFrame.js';
import { useScreenSlots, useScreens } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData, StateOf } from './types.js';

export interface ConsentScreenProps extends Pick<ConnectScreensActions, 'onAuthorise' | 'onClose'> {
  state: StateOf<'configuring'>;
  titleId: string;
  appName: string | undefined;
  /** The account that is signed in to anew. */
  reconnects: ConnectScreensData['reconnects'];
  values: FormValues;
  /** What is secret in them was forgotten. */
  cleared: boolean;
  onValuesChange: (values: FormValues) => void;
}

/** Before a sign-in: what will happen, and what the service must know first. */
export function ConsentScreen({ state, titleId, appName, reconnects, values, cleared, onValuesChange, onAuthorise, onClose }: ConsentScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { parts, classNames, offline } = useScreens();
  const flow = useFlowWords();
  const formId = useId();
  const off = useOffWhileOffline(titleId);
  const { definition, method, error } = state;
  const subject = { service: definition.name, app: appName };
  const layout = layOutForm(method.schema);
  const asksFirst = layout.fields.some(isAsked);
  const before = [reconnects && flow.again.text(reconnects), asksFirst && flow.consent.inputs, flow.consent.text(subject)];
  // What is never asked is sent all the same: constants that say which way to sign in it is.
  const action = asksFirst ? ({ type: 'submit', form: formId } as const) : { onClick: () => offline || onAuthorise(layout.toSubmit(layout.defaults())) };
  const footer = (
    <>
      <Button variant="ghost" onClick={onClose}>
        {flow.cancel}
      </Button>
      <Button variant="primary" {...action} {...off}>
        {flow.consent.submit(subject)}
        <Icon name="arrow" />
      </Button>
    </>
  );
  return (
    <ScreenFrame footer={footer}>
      <div {...slot('screen')}>
        <ScreenTitle id={titleId} description={before.filter(Boolean).join(' ')}>
          {reconnects ? flow.again.consent(subject) : flow.consent.title(subject)}
        </ScreenTitle>
        {cleared && <ClearedNotice />}
        {asksFirst && (
          <CredentialForm
            id={formId}
            schema={method.schema}
            serviceName={definition.name}
            appName={appName}
            values={values}
            onValuesChange={onValuesChange}
            onSubmit={offline ? nothing : onAuthorise}
            error={error}
            slots={parts}
            classNames={classNames}
          />
        )}
        <ReplaceablePart name="permissions" part={parts.permissions} props={{ definition, appName }}>
          <PermissionsPreview definition={definition} appName={appName} />
        </ReplaceablePart>
        <ReplaceablePart name="guide" part={parts.guide} props={{ definition, appName }}>
          <p {...slot('guide')}>{flow.consent.guide(subject)}</p>
        </ReplaceablePart>
      </div>
    </ScreenFrame>
  );
}

const nothing = (): void => undefined;

const isAsked = ({ hidden, kind, fields }: FormField): boolean => !hidden && (kind !== 'object' || fields.some(isAsked));
