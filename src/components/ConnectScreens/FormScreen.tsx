'use client';
import { type ReactNode, useId } from 'react';
import type { FormValues } from '../../form/index.js';
import { useFlowWords } from '../../internal/index.js';
import { CredentialForm } from '../CredentialForm/index.js';
import { Button } from '../parts/index.js';
import { ClearedNotice } from './ClearedNotice.js';
import { ScreenFrame, ScreenTitle, useOffWhileOffline } from './ScreenFrame.js';
import { useScreenSlots, useScreens } from './slots.js';
import type { ConnectScreensActions, ConnectScreensData, StateOf } from './types.js';

export interface FormScreenProps extends Pick<ConnectScreensActions, 'onSubmit' | 'onClose'> {
  state: StateOf<'configuring' | 'submitting'>;
  titleId: string;
  appName: string | undefined;
  /** The account that gets a new key. */
  reconnects: ConnectScreensData['reconnects'];
  values: FormValues;
  /** What is secret in them was forgotten. */
  cleared: boolean;
  onValuesChange: (values: FormValues) => void;
  /** Storing takes longer than usual. */
  long: boolean;
}

/** What is pasted: the form, and what a refusal says about it. It stays while the values are stored. */
export function FormScreen({ state, titleId, appName, reconnects, values, cleared, onValuesChange, long, onSubmit, onClose }: FormScreenProps): ReactNode {
  const slot = useScreenSlots();
  const { parts, classNames, offline } = useScreens();
  const flow = useFlowWords();
  const formId = useId();
  const off = useOffWhileOffline(titleId);
  const { definition, method } = state;
  const subject = { service: definition.name, app: appName };
  const titleOf = reconnects ? flow.again.form : flow.form.title;
  const { submit, submitting } = reconnects ? flow.again : flow.form;
  const busy = state.step === 'submitting';
  const footer = (
    <>
      <Button variant="ghost" onClick={onClose}>
        {flow.cancel}
      </Button>
      <Button variant="primary" type="submit" form={formId} loading={busy} {...off}>
        {(busy ? submitting : submit)(subject)}
      </Button>
    </>
  );
  return (
    <ScreenFrame footer={footer}>
      <div {...slot('screen')}>
        <ScreenTitle id={titleId} description={busy && long ? flow.form.long(subject) : reconnects ? flow.again.text(reconnects) : flow.form.text(subject)}>
          {titleOf({ ...subject, label: method.label })}
        </ScreenTitle>
        {cleared && <ClearedNotice />}
        <CredentialForm
          id={formId}
          schema={method.schema}
          serviceName={definition.name}
          appName={appName}
          values={values}
          onValuesChange={onValuesChange}
          onSubmit={offline ? nothing : onSubmit}
          error={state.step === 'configuring' ? state.error : null}
          disabled={busy}
          slots={parts}
          classNames={classNames}
        />
      </div>
    </ScreenFrame>
  );
}

/** Without a network there is nothing to send to: what was typed waits in the form. */
const nothing = (): void => undefined;
