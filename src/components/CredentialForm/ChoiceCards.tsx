'use client';
import type { ReactNode } from 'react';
import type { FieldBranch } from '../../form/index.js';
import { RichText, useFormWords } from '../../internal/index.js';
import { branchName } from './branchName.js';
import { useFormSlots } from './context.js';
import type { ChoiceControlProps } from './types.js';

/** A few alternatives, all in sight: cards of radio buttons. */
export function ChoiceCards({ field, branches, chosen, onChoose, disabled, id, labelId, describedBy, invalid }: ChoiceControlProps): ReactNode {
  const slot = useFormSlots();
  const words = useFormWords();
  const card = { name: id, disabled };
  return (
    <div
      {...slot('choices')}
      id={id}
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={field.required || undefined}
    >
      {branches.map((branch) => (
        <Card
          key={branch.index}
          {...card}
          id={`${id}-${branch.index}`}
          label={branchName(branch, words)}
          help={branch.help}
          selected={branch.index === chosen?.index}
          onSelect={() => onChoose(branch)}
        />
      ))}
      {!field.required && <Card {...card} id={`${id}-none`} label={words.notSet} help={null} selected={chosen === null} onSelect={() => onChoose(null)} />}
    </div>
  );
}

interface CardProps extends Pick<FieldBranch, 'label' | 'help'> {
  id: string;
  name: string;
  selected: boolean;
  disabled: boolean;
  onSelect: () => void;
}

/** Its label covers the card, so that all of it can be pressed; the help stands outside of the label, since it may hold links. */
function Card({ id, name, label, help, selected, disabled, onSelect }: CardProps): ReactNode {
  const slot = useFormSlots();
  return (
    <div {...slot('choice')} data-selected={selected ? '' : undefined} data-disabled={disabled ? '' : undefined}>
      <input
        {...slot('radio')}
        type="radio"
        id={id}
        name={name}
        checked={selected}
        disabled={disabled}
        aria-describedby={help === null ? undefined : `${id}-text`}
        onChange={onSelect}
      />
      <label {...slot('choice-title')} htmlFor={id}>
        {label}
      </label>
      {help !== null && (
        <p {...slot('choice-text')} id={`${id}-text`}>
          <RichText text={help} />
        </p>
      )}
    </div>
  );
}
