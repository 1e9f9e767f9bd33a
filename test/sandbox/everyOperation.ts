import { builtInCatalog, type CatalogOperation } from '../../src/catalog/index.js';
import { type Answer, at, hubspotBody, listAt, type openSandbox, stripeBody, zendeskBody } from './api.js';

const BODIES = { stripe: stripeBody('ada'), hubspot: hubspotBody('ada'), 'zendesk-support': zendeskBody('ada') } as const;
export const SLUGS = ['stripe', 'hubspot', 'zendesk-support'] as const;

/** Makes a connector and runs all that the catalogue knows of it, with the parameters that are required. What removes a record comes last. */
export async function runEveryOperation(api: Awaited<ReturnType<typeof openSandbox>>, slug: (typeof SLUGS)[number]) {
  const id = await api.create(BODIES[slug]);
  const entry = await builtInCatalog.load(slug);
  const runs: { operation: CatalogOperation; answer: Answer }[] = [];
  for (const operation of entry?.operations.toSorted((one, other) => Number(one.action === 'delete') - Number(other.action === 'delete')) ?? []) {
    const { entity, action } = operation;
    const records = await api.execute(id, SOURCES[entity] ?? entity, 'list', requiredListValues(entity));
    const recordId = records.status === 200 ? at(listAt(records.body, 'result')[1], 'id') : 'cus_1';
    runs.push({ operation, answer: await api.execute(id, entity, action, requiredValues(operation, recordId)) });
  }
  return runs;
}

/** Where the record comes from that an operation acts on. */
const SOURCES: Readonly<Record<string, string>> = {
  invoice_finalizations: 'invoices',
  invoice_sends: 'invoices',
  payment_intent_confirmations: 'payment_intents',
  payment_intent_cancellations: 'payment_intents',
};

const requiredListValues = (entity: string) =>
  entity === 'objects' ? { objectType: 'contacts' } : /^(ticket_(comments|audits)|article_attachments)$/.test(entity) ? { ticket_id: 1, article_id: 1 } : {};

/** Values for the required parameters, taken from what the service holds. */
function requiredValues(operation: CatalogOperation, recordId: unknown): Record<string, unknown> {
  const required = Array.isArray(operation.schema.required) ? operation.schema.required.map(String) : [];
  const valueFor = (name: string): unknown => {
    if (name === 'query') return operation.action === 'api_search' ? 'a' : {};
    if (name === 'ticket' || name === 'user') return { subject: 'Hello', name: 'Ada' };
    if (name === 'ids') return '1,2';
    if (name === 'amount' || name === 'unit_amount') return 1000;
    if (name === 'mode') return 'payment';
    if (name === 'objectType') return operation.entity === 'schemas' ? 'cars' : 'contacts';
    if (name === 'attachment_id') return 7_000_001;
    if (name === 'ticket_id' && operation.entity === 'ticket_comments') return 1;
    if (/^(article|ticket)_id$/.test(name) && operation.action === 'list') return 1;
    if (name === 'article_id') return 1;
    return /id$/i.test(name) && recordId !== undefined ? recordId : 'eur';
  };
  return Object.fromEntries(required.map((name) => [name, valueFor(name)]));
}
