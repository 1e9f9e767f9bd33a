'use client';
import { type ComponentPropsWithoutRef, forwardRef, useMemo } from 'react';
import type { ConnectError, ConnectorValues, JsonSchema } from '../../core/index.js';
import { type FormValues, layOutForm } from '../../form/index.js';
import { mergeRefs, slotProps } from '../../internal/index.js';
import { FormContext, FormSlotsProvider } from './context.js';
import { Field } from './Field.js';
import { FoldedFields } from './FoldedFields.js';
import { FormNotice } from './FormNotice.js';
import type { CredentialFormSlot } from './types.js';
import { useCredentialForm } from './useCredentialForm.js';

export interface CredentialFormProps extends Omit<ComponentPropsWithoutRef<'form'>, 'id' | 'onSubmit' | 'children' | 'defaultValue'> {
  /** The submit button stands outside: `<button type="submit" form={id}>`. */
  id: string;
  /** What to ask for: `schema` of an `AuthMethod`. */
  schema: JsonSchema;
  /** As people know it, `Stripe`. */
  serviceName: string;
  /** As people know the host: it is named when something stays behind. */
  appName?: string | undefined;
  /** What was typed. Begin with `emptyValues(schema)`; forget them when they are no longer needed. */
  values: FormValues;
  onValuesChange: (values: FormValues) => void;
  /** Called inside the submit event, so that a window may be opened in it. The values are trimmed, and the form has no objection. */
  onSubmit: (values: ConnectorValues) => void;
  /** Why the last submit failed. It is told at the fields that it is about, and focus goes to the first of them. @default null */
  error?: ConnectError | null | undefined;
  /** The values stay readable and can not be changed. @selector [data-disabled] @default false */
  disabled?: boolean | undefined;
  /** Focuses the first field. @default false */
  autoFocus?: boolean | undefined;
  /** Class for each named slot. */
  classNames?: Partial<Record<CredentialFormSlot, string>> | undefined;
}

/** The values of an untouched form. */
export const emptyValues = (schema: JsonSchema): FormValues => layOutForm(schema).defaults();

/**
 * Asks for what a connector needs, a `<form>`. It keeps no value itself.
 * @example <CredentialForm id="key" schema={method.schema} serviceName="Stripe" values={values} onValuesChange={setValues} onSubmit={create} />
 */
export const CredentialForm = forwardRef<HTMLFormElement, CredentialFormProps>(function CredentialForm(props, ref) {
  const { id, schema, serviceName, appName, values, onValuesChange, onSubmit, error = null, disabled = false, autoFocus = false, ...rest } = props;
  const { className, classNames, ...native } = rest;
  const { element, lists, leaves, context, announcement, submit } = useCredentialForm({
    id,
    schema,
    serviceName,
    values,
    onValuesChange,
    onSubmit,
    error,
    disabled,
    autoFocus,
  });
  const mergedRef = useMemo(() => mergeRefs(element, ref), [element, ref]);
  return (
    <FormSlotsProvider classNames={classNames}>
      <FormContext.Provider value={context}>
        <form
          autoComplete="off"
          {...native}
          {...slotProps('form', className)}
          ref={mergedRef}
          id={id}
          noValidate
          data-disabled={disabled ? '' : undefined}
          onSubmit={submit}
        >
          {error !== null && <FormNotice error={error} leaves={leaves} serviceName={serviceName} appName={appName} />}
          {lists.needed.map((field) => (
            <Field key={field.path.join('.')} field={field} />
          ))}
          {lists.folded.length > 0 && <FoldedFields fields={lists.folded} />}
          <span data-ack-slot="announcement" role="status">
            {announcement}
          </span>
        </form>
      </FormContext.Provider>
    </FormSlotsProvider>
  );
});
