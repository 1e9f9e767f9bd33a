import { renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it } from 'vitest';
import { useForm } from '../../../src/components/CredentialForm/useForm.js';

const schema = {
  type: 'object',
  required: ['port', 'key'],
  properties: { key: { type: 'string' }, port: { type: 'integer', minimum: 1 } },
};
const codes = ({ validate }: ReturnType<typeof useForm>, values: object) => validate({ ...values }).errors.map(({ path, code }) => `${path.join('.')} ${code}`);

it('names what is missing at once, judges the rest as soon as the validator is there, and has it at once from then on', async () => {
  const { result } = renderHook(() => useForm(schema), { wrapper: StrictMode });
  const { fields, validate } = result.current;
  expect(validate({ port: 0 }).errors).toEqual([{ path: ['key'], code: 'required', params: {} }]);
  await waitFor(() => expect(codes(result.current, { port: 0 })).toEqual(['key required', 'port minimum']));
  expect(result.current.fields).toBe(fields);
  const next = renderHook(() => useForm({ ...schema }));
  expect(codes(next.result.current, { key: 'k', port: 0 })).toEqual(['port minimum']);
});
