import Form from '@rjsf/core';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { offerBench } from './page.js';

offerBench((schema) => {
  // A new one for each form: it keeps what it has compiled.
  const validator = customizeValidator();
  return () => <Form schema={schema} validator={validator} />;
});
