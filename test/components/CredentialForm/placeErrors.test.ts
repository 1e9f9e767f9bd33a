import { expect, it } from 'vitest';
import { fieldKey } from '../../../src/components/CredentialForm/fieldLists.js';
import { fieldsInPlay } from '../../../src/components/CredentialForm/fieldsInPlay.js';
import { fieldFor, fieldOfVerdict, placeErrors } from '../../../src/components/CredentialForm/placeErrors.js';
import { type FormField, layOutForm } from '../../../src/form/index.js';

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

it.each([
  [['credentials', 'key'], 'credentials.key'],
  [['replication_config', 'hosts', 2], 'replication_config.hosts'],
  [['key'], undefined], // The form knows its places: this is a key of the whole, which no field asks for.
  [['credentials'], undefined],
])('an objection of the form to %j stands at %j', (path, place) => {
  const field = fieldOfVerdict({ path }, drawn);
  expect(field && fieldKey(field)).toBe(place);
});

it('keeps what no field shows, and the first of two errors of one field', () => {
  const [first, second] = [{ code: 'pattern' }, { code: 'invalid' }];
  expect(placeErrors({ 'credentials.key': first, key: second, tenant: second }, drawn)).toEqual({
    placed: { 'credentials.key': first },
    rest: { tenant: second },
  });
});

it('looks through the fields a bounded number of times, however many errors there are', () => {
  const names = Array.from({ length: 200 }, (_, index) => `f${index}`);
  const { fields: all } = layOutForm({ type: 'object', required: names, properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });
  let reads = 0;
  const get = (field: FormField, key: string | symbol) => {
    reads += key === 'path' ? 1 : 0;
    return Reflect.get(field, key);
  };
  const counted = all.map((field) => new Proxy(field, { get }));
  const { placed } = placeErrors(Object.fromEntries(names.map((name) => [name, { code: 'required' }])), counted);
  expect(Object.keys(placed)).toHaveLength(200);
  expect(reads).toBeLessThan(10 * 200);
});
