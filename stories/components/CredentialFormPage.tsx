import { useState } from 'react';
import { CredentialForm, type CredentialFormProps } from '../../src/components/CredentialForm/index.js';
import { Button } from '../../src/components/parts/index.js';
import type { FormValues } from '../../src/form/index.js';
import { rootProps } from '../../src/internal/index.js';
import './column.css';

/** A page with the two things that the form leaves to its caller: the values, and the submit button. */
export function CredentialFormPage({ values: valuesAtFirst, onValuesChange, ...form }: CredentialFormProps) {
  const [values, setValues] = useState(valuesAtFirst);
  const change = (next: FormValues) => {
    setValues(next);
    onValuesChange(next);
  };
  return (
    <div {...rootProps('screen', 'story-column')}>
      <CredentialForm {...form} values={values} onValuesChange={change} />
      <Button type="submit" form={form.id} variant="primary" loading={form.disabled}>
        Connect {form.serviceName}
      </Button>
    </div>
  );
}
