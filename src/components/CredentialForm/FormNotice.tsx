'use client';
import { type ReactNode, type RefObject, useState } from 'react';
import type { ConnectError, JsonSchema } from '../../core/index.js';
import { type FormField, type FormValues, isDirty, layOutForm } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { useErrorWords, useFormWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';
import { isRefusal, isToldAtSecret } from './fieldMessages.js';
import { ProblemList } from './ProblemList.js';
import type { Problem } from './problems.js';

export interface FormNoticeProps {
  /** Null when the form itself objects. */
  error: ConnectError | null;
  problems: readonly Problem[];
  drawn: () => readonly FormField[];
  form: RefObject<HTMLFormElement | null>;
  formId: string;
  serviceName: string;
  appName: string | undefined;
  schema: JsonSchema;
  values: FormValues;
}

/**
 * What is wrong with the whole form, and where: the values that need attention, each a button that leads to its field. One wrong value of a
 * form that was not sent says it at its field only. It counts what is left, and stays when nothing is, so that the form does not move under the hand.
 */
export function FormNotice(props: FormNoticeProps): ReactNode {
  const words = { form: useFormWords(), errors: useErrorWords() };
  const { error, problems, form, formId } = props;
  // As it was when the error came: what was typed may have been forgotten on the way to it.
  const [typed] = useState(() => isDirty(layOutForm(props.schema).defaults(), props.values));
  const listed = problems.length > 1 || problems.some(({ target }) => target === null);
  if (error === null && !listed) return null;
  const left = problems.filter(({ done }) => !done).length;
  // Falls as a person types: not read again each time, as all else here is.
  const count = <span aria-live="off">{words.form.problems(left)}</span>;
  const { title, text } = error === null ? { title: count, text: undefined } : noticeOf(words, error, { ...props, count, typed });
  return (
    <Notice
      tone={error === null && left === 0 ? 'success' : 'danger'}
      role="alert"
      title={title}
      reason={error === null || isToldAtSecret(error, props.drawn()) ? undefined : error.reason}
      actions={listed ? <ProblemList problems={problems} form={form} formId={formId} /> : undefined}
    >
      {text}
    </Notice>
  );
}

function noticeOf(
  { form, errors }: Pick<Messages, 'form' | 'errors'>,
  error: ConnectError,
  { problems, drawn, serviceName, appName, count, typed }: FormNoticeProps & { count: ReactNode; typed: boolean },
): { title: ReactNode; text: ReactNode } {
  const told = errors[error.code]({ service: serviceName, app: appName, typed, retryAfter: error.retryAfter });
  if (!isRefusal(error)) return problems.length === 0 ? told : { title: form.notSaved, text: count };
  // The cause stands at the field: here is what became of the rest.
  return error.code === 'credentials_refused' && isToldAtSecret(error, drawn()) ? { title: form.notSaved, text: typed ? form.stillHere : undefined } : told;
}
