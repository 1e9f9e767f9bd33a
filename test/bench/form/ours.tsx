import { useState } from 'react';
import { formTrouble } from '../../../src/components/CredentialForm/formTrouble.js';
import { CredentialForm, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';
import { loadValidate } from '../../../src/form/index.js';
import { offerBench } from './page.js';

function Ours({ schema }: { schema: object }) {
  // SAFETY: a JSON Schema is an object.
  const known = schema as Parameters<typeof emptyValues>[0];
  const [values, setValues] = useState(() => emptyValues(known));
  return <CredentialForm id="bench" schema={known} serviceName="Acme" values={values} onValuesChange={setValues} onSubmit={() => undefined} />;
}

// All that loads later is there from the beginning, as everything of the other page is. Neither has a stylesheet: the other's is Bootstrap's.
await Promise.all([loadValidate(), formTrouble.load(), moreControls.load()]);
offerBench((schema) => () => <Ours schema={schema} />);
