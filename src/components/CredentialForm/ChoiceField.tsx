'use client';
import { type ReactNode, useContext } from 'react';
import { chooseBranch, chosenBranch, type FieldBranch, type FormField, ownField, withValueAt } from '../../form/index.js';
import { useFormWords } from '../../internal/index.js';
import { branchName } from './branchName.js';
import { ChoiceCards } from './ChoiceCards.js';
import { ChoiceSelect } from './ChoiceSelect.js';
import { FormContext, useFormSlots } from './context.js';
import { DrawnByHost } from './DrawnByHost.js';
import { Fields } from './Fields.js';
import { ObjectField } from './ObjectField.js';
import { replaceable } from './replaceable.js';
import { useContainer } from './useContainer.js';
import { useFormState } from './useFormState.js';

/** One of several alternatives, and what the chosen one asks for. An alternative that is left keeps what was typed. */
export function ChoiceField({ field }: { field: FormField }): ReactNode {
  const { chosen } = useFormState(({ values }) => ({ chosen: chosenBranch(field, values) }));
  const branches = field.branches.filter((branch) => !branch.hidden || branch.index === chosen?.index);
  if (branches.length === 1 && field.required && chosen !== null) return <OnlyBranch field={field} branch={chosen} />;
  return <Alternatives field={field} branches={branches} chosen={chosen} />;
}

interface AlternativesProps {
  field: FormField;
  /** Those that can be chosen. */
  branches: readonly FieldBranch[];
  chosen: FieldBranch | null;
}

function Alternatives({ field, branches, chosen }: AlternativesProps): ReactNode {
  const { change, parts = {} } = useContext(FormContext);
  const slot = useFormSlots();
  const asCards = field.display === 'radio';
  const { drawnByHost, label, help, error, ...container } = useContainer(field, !asCards);
  const { attributes, labelId, message, disabled } = container;
  const onChoose = (branch: FieldBranch | null) =>
    change(field, (current) => (branch === null ? withValueAt(current, [...field.draftPath, 'branch'], null) : chooseBranch(field, current, branch.index)));
  const control = replaceable('choice', parts.choice, asCards ? ChoiceCards : ChoiceSelect, {
    ...{ field, branches, chosen, onChoose, disabled, labelId },
    id: attributes.id,
    describedBy: attributes['aria-describedby'],
    invalid: message !== undefined,
  });
  const fields = chosen === null ? null : <BranchFields field={field} branch={chosen} />;
  return drawnByHost({ control, fields }, (own) => (
    <div {...slot('field')} data-kind="choice" data-required={field.required ? '' : undefined} data-invalid={message === undefined ? undefined : ''}>
      {own ?? (
        <>
          {label}
          {help}
          {control}
          {error}
          {fields}
        </>
      )}
    </div>
  ));
}

/** What the chosen alternative asks for, on a line that hangs from it; first its sign-in, where it has one. */
function BranchFields({ field, branch }: { field: FormField; branch: FieldBranch }): ReactNode {
  const { disabled, renderOAuth } = useContext(FormContext);
  const slot = useFormSlots();
  const words = useFormWords();
  const ask = branch.oauth && renderOAuth ? () => renderOAuth({ field, branch, disabled }) ?? undefined : undefined;
  const asks = branch.fields.some(({ hidden }) => !hidden);
  const draw = (oauth: ReactNode) =>
    (asks || oauth !== undefined) && (
      <div {...slot('choice-fields')} role="group" aria-label={branchName(branch, words)} data-own={isOneValue(field, branch) ? '' : undefined}>
        {oauth}
        <Fields fields={branch.fields} />
      </div>
    );
  return <DrawnByHost key={branch.index} prop="renderOAuth" ask={ask} draw={draw} />;
}

/** An alternative that is one value: its label is that of the choice, which is heard and not shown again. */
const isOneValue = (field: FormField, branch: FieldBranch): boolean => ownField(field, branch) !== null;

/** There is nothing to choose: the only alternative is asked as if it were an object. */
function OnlyBranch({ field, branch }: { field: FormField; branch: FieldBranch }): ReactNode {
  const fields = <BranchFields field={field} branch={branch} />;
  const isPlace = field.path.length === 0 || branch.fields.every(({ path }) => path.length === field.path.length);
  return isPlace ? <Fields fields={branch.fields} /> : <ObjectField field={field}>{fields}</ObjectField>;
}
