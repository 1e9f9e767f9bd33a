'use client';
import type { ReactNode } from 'react';
import type { FormField } from '../../form/index.js';
import { useFormSlots } from '../CredentialForm/context.js';
import { Field } from '../CredentialForm/Field.js';
import { Fold } from '../CredentialForm/Fold.js';
import { fieldKey, fieldListsOf } from '../CredentialForm/fieldLists.js';
import { ObjectField } from '../CredentialForm/ObjectField.js';
import { useContainer } from '../CredentialForm/useContainer.js';
import { usePlaygroundSlot } from './context.js';

const WIDE: ReadonlySet<FormField['kind']> = new Set(['tags', 'list', 'choice', 'object', 'json', 'multiline_secret']);

const isWide = ({ kind, multiline }: FormField): boolean => multiline || WIDE.has(kind);

/** Parameters, two in a row where there is room. What takes a whole row comes last, so that none before it stands alone in half of one. */
export function ParameterGrid({ fields }: { fields: readonly FormField[] }): ReactNode {
  const slot = usePlaygroundSlot();
  const { needed, folded } = fieldListsOf(fields);
  const drawn = [...needed, ...folded].toSorted((left, right) => Number(isWide(left)) - Number(isWide(right)));
  return (
    <div {...slot('parameters-grid')}>
      {drawn.map((field) => {
        const isObject = field.kind === 'object' && !field.secret;
        const Parameter = !isObject ? Field : field.required ? RequiredObject : OptionalObject;
        return <Parameter key={fieldKey(field)} field={field} />;
      })}
    </div>
  );
}

function RequiredObject({ field }: { field: FormField }): ReactNode {
  return (
    <ObjectField field={field}>
      <ParameterGrid fields={field.fields} />
    </ObjectField>
  );
}

/** Folded under its name until it is wanted: most runs go without. */
function OptionalObject({ field }: { field: FormField }): ReactNode {
  const slot = useFormSlots();
  const { label, help, error, attributes } = useContainer(field, false);
  return (
    <div {...slot('field')} data-kind="object" id={attributes.id}>
      <Fold summary={label} fields={[field]}>
        {help}
        {error}
        <div {...slot('fields')} data-nested="">
          <ParameterGrid fields={field.fields} />
        </div>
      </Fold>
    </div>
  );
}
