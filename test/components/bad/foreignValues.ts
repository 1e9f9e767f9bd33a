import fc from 'fast-check';
import {
  ConnectError,
  type ConnectErrorCode,
  type ConnectFlowState,
  type Connector,
  type ConnectorDefinition,
  type ConnectorDefinitionDetail,
  ERROR_CODES,
  type ExecuteResult,
  type JsonSchema,
  type Operation,
} from '../../../src/core/index.js';
import { date, icon, text } from './foreignText.js';

/** Few ids, so that some stand twice. */
export const id = fc.oneof(fc.constantFrom('1', '2', '3'), text);
export const app = fc.option(text, { nil: undefined });
export const slug = fc.option(id, { nil: null });

export const definition: fc.Arbitrary<ConnectorDefinition> = fc.record({ id, slug, name: text, category: fc.option(text, { nil: null }), iconUrl: icon });

const schemaOf = (leaf: fc.Arbitrary<JsonSchema>): fc.Arbitrary<JsonSchema> =>
  fc.record({ type: fc.constant('object'), properties: fc.dictionary(text, leaf, { maxKeys: 4 }), required: fc.array(text, { maxLength: 2 }) });
const leaf: fc.Arbitrary<JsonSchema> = fc.record(
  {
    type: fc.constantFrom('string', 'boolean', 'integer', 'array', 'object', 'nonsense'),
    title: text,
    description: text,
    examples: fc.array(text, { maxLength: 2 }),
    default: fc.oneof(text, fc.jsonValue({ maxDepth: 1 })),
    enum: fc.array(text, { maxLength: 3 }),
    pattern: fc.constantFrom('(', '^a+$', '[', '^\\d{4}-\\d\\d-\\d\\d$'),
    pattern_descriptor: text,
    airbyte_secret: fc.boolean(),
    multiline: fc.boolean(),
    format: fc.constantFrom('date', 'date-time', 'nonsense'),
  },
  { requiredKeys: ['type'] },
);
export const schema = schemaOf(
  fc.oneof(
    leaf,
    schemaOf(leaf),
    fc.record({ type: fc.constant('array'), title: text, items: schemaOf(leaf) }),
    fc.record({
      title: text,
      description: text,
      oneOf: fc.array(
        schemaOf(leaf).chain((branch) => fc.record({ title: text, description: text }).map((words) => ({ ...branch, ...words }))),
        { maxLength: 4 },
      ),
    }),
  ),
);

const method = fc.record({
  key: id,
  kind: fc.constantFrom<'oauth' | 'key'>('oauth', 'key'),
  label: text,
  description: fc.option(text, { nil: null }),
  schema: fc.record({ type: fc.constant('object'), properties: fc.record({ credentials: schema }) }),
});

const kind = fc.constantFrom<Operation['kind']>('read', 'write', 'download');
export const operation: fc.Arbitrary<Operation> = fc.record({ entity: id, action: fc.oneof(fc.constantFrom('list', 'get'), text), kind, schema });

export const detail: fc.Arbitrary<ConnectorDefinitionDetail> = fc
  .tuple(definition, fc.array(method, { minLength: 1, maxLength: 3 }), fc.option(fc.array(operation, { maxLength: 3 }), { nil: undefined }))
  .map(([listed, methods, operations]) => ({ ...listed, methods, operations }));

export const connector: fc.Arbitrary<Connector> = fc.record({
  id,
  name: text,
  definition: fc.record({ id, slug, name: text }),
  createdAt: date,
  updatedAt: date,
  status: fc.constantFrom(undefined, 'ok' as const, 'recycled' as const),
});

// SAFETY: the keys of the table are what the type is made of.
export const CODES = Object.keys(ERROR_CODES) as ConnectErrorCode[];
export const error = fc
  .record({
    code: fc.constantFrom(...CODES),
    reason: fc.option(text, { nil: undefined }),
    requestId: fc.option(text, { nil: undefined }),
    retryAfter: fc.constantFrom(undefined, 0, -1, 1e12),
    fieldErrors: fc.option(fc.dictionary(text, fc.record({ code: text, params: fc.dictionary(text, text, { maxKeys: 2 }) }), { maxKeys: 3 }), {
      nil: undefined,
    }),
  })
  .map(({ code, ...options }) => new ConnectError(code, 'Refused.', options));

const wait = detail.chain((definition) => fc.constantFrom(...definition.methods).map((method) => ({ definition, method })));
export const flowState: fc.Arbitrary<ConnectFlowState> = fc.tuple(wait, connector, error, fc.nat(10)).map(([subject, connector, error, which]) => {
  const states: ConnectFlowState[] = [
    { step: 'picking' },
    { step: 'loading', definitionId: subject.definition.id },
    { step: 'choosingMethod', definition: subject.definition },
    { step: 'configuring', error, ...subject },
    { step: 'configuring', error: null, ...subject },
    { step: 'authorising', attemptId: 'a', window: 'maybe_closed', ...subject },
    { step: 'authorising', attemptId: 'a', window: 'blocked', ...subject },
    { step: 'checking', connector, ...subject },
    { step: 'connected', connector, ...subject },
    { step: 'unverified', connector, ...subject },
    { step: 'failed', from: 'checking', error, connector, ...subject },
  ];
  return states[which] ?? { step: 'picking' };
});

/** JSON and more: what a client may have made of an answer. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(null, undefined, true, 0, -0, 2 ** 53 + 2, 1e308, 12345678901234567890n, Number.NaN, Number.POSITIVE_INFINITY, 'y'.repeat(100_000)),
  fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
  fc.nat(3).map((which) => [nested(2000), wide(3000), [[1], [[2]], []], Object.create(null)][which]),
);
const record = fc.oneof(value, fc.dictionary(text, value, { maxKeys: 4 }));
export const result: fc.Arbitrary<ExecuteResult> = fc.oneof(
  fc.record({
    type: fc.constant('json' as const),
    data: value,
    records: fc.option(fc.oneof(fc.array(record, { maxLength: 5 }), fc.constant(Array.from({ length: 5000 }, (_, place) => ({ place })))), { nil: null }),
    nextParams: fc.option(fc.dictionary(text, fc.jsonValue()), { nil: null }),
    stopped: fc.constantFrom(undefined, 'cursor_repeated' as const),
    durationMs: fc.constantFrom(null, 0, -1, Number.NaN, 1e15),
    requestId: fc.option(text, { nil: null }),
  }),
  fc.record({ type: fc.constant('file' as const), blob: fc.constant(new Blob(['<script>'])), filename: text, contentType: text, requestId: fc.constant(null) }),
);

function nested(depth: number): unknown {
  let inside: unknown = 'end';
  for (let level = 0; level < depth; level += 1) inside = level % 2 === 0 ? [inside] : { inside };
  return inside;
}
const wide = (keys: number): unknown => Object.fromEntries(Array.from({ length: keys }, (_, place) => [`key ${place}`, place]));
