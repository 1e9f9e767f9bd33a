'use client';
import type { ReactNode } from 'react';
import type { ConnectError } from '../../core/index.js';
import type { FormField } from '../../form/index.js';
import type { Messages } from '../../i18n/index.js';
import { useErrorWords, useFormWords } from '../../internal/index.js';
import { Notice } from '../parts/index.js';
import { fieldErrorsOf, isRefusal } from './fieldMessages.js';

export interface FormNoticeProps {
  error: ConnectError;
  leaves: readonly FormField[];
  serviceName: string;
  appName: string | undefined;
}

/** What a failure means for the whole form: what happened, and that nothing typed is lost. */
export function FormNotice(props: FormNoticeProps): ReactNode {
  const { title, text } = noticeOf({ form: useFormWords(), errors: useErrorWords() }, props);
  return (
    <Notice tone="danger" role="alert" title={title}>
      {text}
    </Notice>
  );
}

function noticeOf(
  { form, errors }: Pick<Messages, 'form' | 'errors'>,
  { error, leaves, serviceName, appName }: FormNoticeProps,
): { title: string; text: string } {
  const told = errors[error.code]({ service: serviceName, app: appName });
  const named = Object.keys(fieldErrorsOf(error, leaves)).length;
  if (!isRefusal(error)) return named === 0 ? told : { title: form.notSaved, text: form.problems(named) };
  const [secret, ...others] = leaves.filter((field) => field.secret);
  const title = secret === undefined || others.length > 0 ? told.title : form.refusedNotice.title(serviceName, secret.label);
  return { title, text: error.code === 'credentials_refused' ? form.refusedNotice.text : told.text };
}
