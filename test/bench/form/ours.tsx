import { useState } from 'react';
import { CredentialForm, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { loadValidate } from '../../../src/form/index.js';
import '../../../src/styles.css';
import { offerBench } from './page.js';

function Ours({ schema }: { schema: object }) {
  // SAFETY: a JSON Schema is an object.
  const known = schema as Parameters<typeof emptyValues>[0];
  const [values, setValues] = useState(() => emptyValues(known));
  return <CredentialForm id="bench" schema={known} serviceName="Acme" values={values} onValuesChange={setValues} onSubmit={() => undefined} />;
}

// The validator is there from the beginning, as that of the other page is.
await loadValidate();
offerBench((schema) => () => <Ours schema={schema} />);
