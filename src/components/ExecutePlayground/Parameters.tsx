'use client';
import { type FormEvent, type ReactNode, type RefObject, useId } from 'react';
import type { Operation } from '../../core/index.js';
import { nameFromKey } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { useFrameWords, usePlaygroundWords } from '../../internal/index.js';
import { useOffline } from '../ConnectScreens/useOffline.js';
import { useForm } from '../CredentialForm/useForm.js';
import { Button, Icon } from '../parts/index.js';
import { actionName } from './actionName.js';
import { usePlaygroundSlot } from './context.js';
import { ParameterFields } from './ParameterFields.js';
import { ParameterText } from './ParameterText.js';
import { draftInView, judgeDraft, newDraft, type ParameterDraft } from './parameterDraft.js';
import { Segments, segmentPanel } from './Segments.js';
import { WriteGuard } from './WriteGuard.js';

export interface ParametersProps {
  operation: Operation;
  /** Undefined before anything was entered. */
  draft: ParameterDraft | undefined;
  onDraftChange: (draft: ParameterDraft) => void;
  service: string;
  account: string;
  /** This operation runs now. */
  running: boolean;
  onRun: (params: Readonly<Record<string, unknown>>) => void;
  /** The form, for whoever submits it from outside. */
  formRef: RefObject<HTMLFormElement | null>;
}

/** What an operation is sent: its fields or raw JSON, the guard of a write, and the button, a `<form>`. */
export function Parameters({ operation, draft: stored, onDraftChange, service, account, running, onRun, formRef }: ParametersProps): ReactNode {
  const slot = usePlaygroundSlot();
  const words = usePlaygroundWords();
  const frame = useFrameWords();
  const offline = useOffline();
  const id = useId();
  const form = useForm(operation.schema);
  const draft = stored ?? newDraft(form);
  const writes = operation.kind === 'write';
  const title = words.operations.title({
    ...operation,
    entity: nameFromKey(operation.entity),
    name: actionName(words.operations, operation.action),
  });
  const blocked = writes && !draft.agreed;

  const run = (event: FormEvent) => {
    event.preventDefault();
    if (running || blocked || offline) return;
    const verdict = judgeDraft(form, draft);
    if (!verdict.ok) {
      onDraftChange(verdict.draft);
      requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    // Each write is agreed to once.
    onDraftChange({ ...draft, errors: [], problem: null, agreed: false });
    onRun(verdict.params);
  };

  return (
    <form {...slot('parameters')} ref={formRef} noValidate onSubmit={run}>
      <div {...slot('parameters-head')}>
        <h3 data-ack-slot="title" data-level="2">
          {title}
        </h3>
        <Segments
          id={id}
          label={words.parameters.view}
          value={draft.view}
          options={[
            { value: 'form', label: words.parameters.form },
            { value: 'json', label: words.parameters.json },
          ]}
          onValueChange={(view) => onDraftChange(draftInView(form, draft, view))}
        />
      </div>
      <div data-ack-slot="parameters-panel" {...segmentPanel(id, draft.view)}>
        {draft.view === 'form' ? (
          <ParameterFields form={form} draft={draft} onDraftChange={onDraftChange} service={service} />
        ) : (
          <ParameterText draft={draft} onDraftChange={onDraftChange} />
        )}
      </div>
      {writes && (
        <WriteGuard operation={operation} service={service} account={account} agreed={draft.agreed} onAgree={(agreed) => onDraftChange({ ...draft, agreed })} />
      )}
      <div {...slot('parameters-actions')}>
        <Button variant="primary" type="submit" disabled={blocked && !running} aria-disabled={running || offline || undefined} aria-describedby={`${id}-hint`}>
          {!writes && <Icon name="play" />}
          {writes ? title : words.parameters.run}
        </Button>
        <span data-ack-slot="hint" id={`${id}-hint`}>
          {offline ? frame.offline.title : hintOf(operation.kind, blocked, words.parameters, words.guard.tick)}
        </span>
      </div>
    </form>
  );
}

function hintOf(kind: Operation['kind'], blocked: boolean, { readsOnly, downloads }: Messages['playground']['parameters'], tick: string): string | null {
  if (kind === 'write') return blocked ? tick : null;
  return kind === 'download' ? downloads : readsOnly;
}
