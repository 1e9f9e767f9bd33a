import { expect, it } from 'vitest';
import { fieldKey, fieldsInPlay } from '../../../src/components/CredentialForm/fieldLists.js';
import { fieldFor, placeErrors } from '../../../src/components/CredentialForm/placeErrors.js';
import { layOutForm } from '../../../src/form/index.js';

const schema = {
  type: 'object',
  required: ['credentials', 'replication_config', 'size'],
  properties: {
    credentials: { type: 'object', required: ['key'], properties: { key: { type: 'string' }, site: { type: 'string' } } },
    replication_config: { type: 'object', required: ['site'], properties: { site: { type: 'string' }, hosts: { type: 'array', items: { type: 'string' } } } },
    size: {
      oneOf: [
        { type: 'string', title: 'A' },
        { type: 'integer', title: 'B' },
      ],
    },
  },
};
const { fields, defaults } = layOutForm(schema);
const drawn = fieldsInPlay(fields, defaults());
const placeOf = (key: string) => {
  const field = fieldFor(key, drawn);
  return field === undefined ? null : fieldKey(field);
};

it.each([
  ['credentials.key', 'credentials.key'],
  ['key', 'credentials.key'],
  ['site', null], // Two places have one.
  ['replication_config.hosts.2', 'replication_config.hosts'],
  ['size', 'size.drafts.0'], // The value of the chosen alternative, which has the path of the choice.
  ['credentials.other', null],
  ['credentials', null], // It asks for two values.
  ['', null],
  ['__proto__', null],
])('an error at %j stands at %j', (key, place) => {
  expect(placeOf(key)).toBe(place);
});

it('keeps what no field shows, and the first of two errors of one field', () => {
  const [first, second] = [{ code: 'pattern' }, { code: 'invalid' }];
  expect(placeErrors({ 'credentials.key': first, key: second, tenant: second }, drawn)).toEqual({
    placed: { 'credentials.key': first },
    rest: { tenant: second },
  });
});
