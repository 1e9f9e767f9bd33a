'use client';
import { type ReactNode, useContext } from 'react';
import { chooseBranch, chosenBranch, type FieldBranch, type FormField, withValueAt } from '../../form/index.js';
import { RichText } from '../../internal/index.js';
import { ChoiceCards } from './ChoiceCards.js';
import { ChoiceSelect } from './ChoiceSelect.js';
import { FormContext, useFormSlots } from './context.js';
import { FieldError } from './FieldError.js';
import { FieldLabel } from './FieldLabel.js';
import { Fields } from './Fields.js';
import { fieldKey } from './fieldLists.js';
import { controlId } from './focusField.js';
import { ObjectField } from './ObjectField.js';

/** What `ChoiceCards` and `ChoiceSelect` take. */
export interface ChoiceProps {
  field: FormField;
  /** The alternatives that can be chosen. */
  branches: readonly FieldBranch[];
  chosen: FieldBranch | null;
  /** Null takes the choice back. */
  onChoose: (branch: FieldBranch | null) => void;
  disabled: boolean;
  /** Of the control. */
  id: string;
  /** Of what names it. */
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
}

/** One of several alternatives, and what the chosen one asks for. An alternative that is left keeps what was typed. */
export function ChoiceField({ field }: { field: FormField }): ReactNode {
  const { id: formId, values, messages, disabled, change } = useContext(FormContext);
  const slot = useFormSlots();
  const id = controlId(formId, fieldKey(field));
  const message = messages[fieldKey(field)];
  const chosen = chosenBranch(field, values);
  const branches = field.branches.filter((branch) => !branch.hidden || branch.index === chosen?.index);
  if (branches.length === 1 && field.required && chosen !== null) return <OnlyBranch field={field} branch={chosen} />;
  const onChoose = (branch: FieldBranch | null) =>
    change(field, (current) => (branch === null ? withValueAt(current, [...field.draftPath, 'branch'], null) : chooseBranch(field, current, branch.index)));
  const described = [message === undefined ? '' : `${id}-error`, field.help === null ? '' : `${id}-help`].filter(Boolean).join(' ');
  const asCards = field.display === 'radio';
  const Alternatives = asCards ? ChoiceCards : ChoiceSelect;
  return (
    <div {...slot('field')} data-kind="choice" data-required={field.required ? '' : undefined} data-invalid={message === undefined ? undefined : ''}>
      <FieldLabel field={field} id={`${id}-label`} htmlFor={asCards ? undefined : id} />
      {field.help !== null && (
        <p {...slot('field-description')} id={`${id}-help`}>
          <RichText text={field.help} />
        </p>
      )}
      <Alternatives
        {...{ field, branches, chosen, onChoose, disabled, id }}
        labelId={`${id}-label`}
        describedBy={described || undefined}
        invalid={message !== undefined}
      />
      {message !== undefined && <FieldError id={`${id}-error`} message={message} />}
      {chosen !== null && <BranchFields field={field} branch={chosen} />}
    </div>
  );
}

/** What the chosen alternative asks for, on a line that hangs from it; first its sign-in, where it has one. */
function BranchFields({ field, branch }: { field: FormField; branch: FieldBranch }): ReactNode {
  const { disabled, renderOAuth } = useContext(FormContext);
  const slot = useFormSlots();
  const oauth = branch.oauth ? renderOAuth?.({ field, branch, disabled }) : null;
  const asks = branch.fields.some(({ hidden }) => !hidden);
  if (!asks && (oauth === null || oauth === undefined)) return null;
  return (
    <div {...slot('choice-fields')} role="group" aria-label={branch.label} key={branch.index}>
      {oauth}
      <Fields fields={branch.fields} />
    </div>
  );
}

/** There is nothing to choose: the only alternative is asked as if it were an object. */
function OnlyBranch({ field, branch }: { field: FormField; branch: FieldBranch }): ReactNode {
  const fields = <BranchFields field={field} branch={branch} />;
  const isPlace = field.path.length === 0 || branch.fields.every(({ path }) => path.length === field.path.length);
  return isPlace ? <Fields fields={branch.fields} /> : <ObjectField field={field}>{fields}</ObjectField>;
}
