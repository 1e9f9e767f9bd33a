/** A schema of our own for those who have no real ones: sign-in as a choice, then groups of options. */
export function madeSchema(size) {
  const text = (index) => ({ type: 'string', title: `Value ${index}`, description: `What the service calls value ${index}.`, order: index });
  const kinds = [
    text,
    (index) => ({ type: 'integer', title: `Limit ${index}`, minimum: 0, default: index, order: index }),
    (index) => ({ type: 'boolean', title: `Include ${index}`, default: index % 2 === 0, order: index }),
    (index) => ({ type: 'string', title: `Region ${index}`, enum: ['eu', 'us', 'ap'], order: index }),
    (index) => ({ type: 'array', title: `Names ${index}`, items: { type: 'string' }, order: index }),
  ];
  const method = (name) => ({
    type: 'object',
    title: name,
    required: ['kind', 'secret'],
    properties: { kind: { type: 'string', const: name }, secret: { type: 'string', title: 'Secret', airbyte_secret: true } },
  });
  const values = Object.fromEntries(Array.from({ length: size }, (_, index) => [`value_${index}`, kinds[index % kinds.length](index)]));
  return {
    type: 'object',
    required: ['credentials', ...Object.keys(values).slice(0, Math.ceil(size / 2))],
    properties: { credentials: { type: 'object', title: 'Sign-in', oneOf: ['key', 'password', 'token'].map(method) }, ...values },
  };
}
