'use client';
import { type ComponentPropsWithoutRef, forwardRef, useMemo } from 'react';
import type { ConnectError, ConnectorValues, JsonSchema } from '../../core/index.js';
import type { FormValues } from '../../form/index.js';
import { mergeRefs, rootProps } from '../../internal/index.js';
import { FormSlotsProvider } from './context.js';
import { FieldError } from './FieldError.js';
import { FormProvider } from './FormProvider.js';
import { fieldListsOf } from './fieldLists.js';
import { GroupFields } from './GroupFields.js';
import { PasteContext } from './PasteContext.js';
import type { CredentialFormParts, CredentialFormSlot, RenderField, RenderOAuth } from './types.js';
import { useCredentialForm } from './useCredentialForm.js';

/** Props of `CredentialForm`. */
export interface CredentialFormProps extends Omit<ComponentPropsWithoutRef<'form'>, 'id' | 'onSubmit' | 'children' | 'defaultValue'> {
  /** The submit button stands outside: `<button type="submit" form={id}>`. */
  id: string;
  /** What to ask for: `schema` of an `AuthMethod`. */
  schema: JsonSchema;
  /** `advanced_auth` of a connector's specification: what its sign-in fills is not asked, and its way is drawn with `renderOAuth`. */
  advancedAuth?: unknown;
  /** As people know it, `Stripe`. */
  serviceName: string;
  /** As people know the host: it is named when something stays behind. */
  appName?: string | undefined;
  /** What was typed. Begin with `emptyValues(schema)`, to edit with `savedValues(schema, config)`; forget them when they are no longer needed. */
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
  /**
   * Draws the inside of single fields in place of the kit, by path, kind or format. Where it throws, the kit draws the field.
   * @example renderField={({ field, label, help, ...control }) => (errorKey(field.path) === 'region' ? <>{label}<RegionMap {...control} />{help}</> : undefined)}
   */
  renderField?: RenderField | undefined;
  /** Draws the button of a way to sign in by consent, above what else this way asks for. Where it throws, there is none. */
  renderOAuth?: RenderOAuth | undefined;
  /** Components in place of the kit's, for every label, error, help or control of a kind. Keep the object the same between renders. */
  slots?: CredentialFormParts | undefined;
  /** Class for each named slot. */
  classNames?: Partial<Record<CredentialFormSlot, string>> | undefined;
}

/**
 * Asks for what a connector needs, a `<form>`. It keeps no value itself.
 * @example <CredentialForm id="key" schema={method.schema} serviceName="Stripe" values={values} onValuesChange={setValues} onSubmit={create} />
 */
export const CredentialForm = forwardRef<HTMLFormElement, CredentialFormProps>(function CredentialForm(props, ref) {
  const { id, schema, advancedAuth, serviceName, appName, values, onValuesChange, onSubmit, error = null, disabled = false, ...rest } = props;
  const { autoFocus = false, renderField, renderOAuth, slots, className, classNames, ...native } = rest;
  const options = { id, schema, advancedAuth, serviceName, values, onValuesChange, onSubmit, error, disabled, autoFocus, renderField, renderOAuth, slots };
  const { element, fields, groups, drawn, drop, context, announcement, unsaid, trouble, problems, tries, submit } = useCredentialForm(options);
  const mergedRef = useMemo(() => mergeRefs(element, ref), [element, ref]);
  return (
    <FormSlotsProvider classNames={classNames}>
      <FormProvider {...context}>
        <form
          autoComplete="off"
          {...drop.handlers}
          {...native}
          {...rootProps('form', className)}
          ref={mergedRef}
          id={id}
          noValidate
          data-disabled={disabled ? '' : undefined}
          onSubmit={submit}
        >
          {drop.view}
          {/* Made anew at each try, so that the same problems are said again. */}
          {trouble !== null && (
            <trouble.FormNotice key={tries} {...{ error, problems, drawn, serviceName, appName, schema, values }} form={element} formId={id} />
          )}
          {unsaid !== null && (
            <div key={tries} role="alert">
              <FieldError id={undefined} message={unsaid} />
            </div>
          )}
          <PasteContext.Provider value={fields}>
            {groups.map((group) => (
              <GroupFields key={group.id} group={group} alone={groups.every((other) => other === group || fieldListsOf(other.fields).needed.length === 0)} />
            ))}
          </PasteContext.Provider>
          <span data-ack-slot="announcement" role="status">
            <span key={tries}>{announcement}</span>
          </span>
        </form>
      </FormProvider>
    </FormSlotsProvider>
  );
});
