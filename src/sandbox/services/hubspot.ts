import type { JsonObject } from '../../core/index.js';
import type { Draw } from '../seeded.js';
import { company, person, timeOf, topic } from './people.js';
import type { RecordRequest, ServiceModel } from './service.js';

type Properties = (draw: Draw, index: number) => JsonObject;

const PROPERTIES: Readonly<Record<string, Properties>> = {
  contacts: (draw) => {
    const { first, last, email, phone } = person(draw);
    return { firstname: first, lastname: last, email, phone, company: company(draw).name, lifecyclestage: draw.pick(['lead', 'customer', 'subscriber']) };
  },
  companies: (draw) => ({
    ...company(draw),
    city: draw.pick(['Lisbon', 'Leeds', 'Lyon', 'Oslo', 'Porto']),
    industry: draw.pick(['COMPUTER_SOFTWARE', 'LOGISTICS', 'LEGAL_SERVICES']),
  }),
  deals: (draw, index) => ({
    dealname: `${company(draw).name} renewal`,
    amount: String(draw.number(1, 80) * 500),
    dealstage: draw.pick(['appointmentscheduled', 'contractsent', 'closedwon']),
    pipeline: 'default',
    closedate: new Date(timeOf(index)).toISOString(),
  }),
  tickets: (draw) => ({
    subject: topic(draw),
    content: 'Written by the sandbox.',
    hs_pipeline: '0',
    hs_pipeline_stage: String(draw.number(1, 4)),
    hs_ticket_priority: draw.pick(['LOW', 'MEDIUM', 'HIGH']),
  }),
};

const SCHEMAS = ['cars', 'courses', 'subscriptions'] as const;

function record({ entity, index, draw }: RecordRequest): JsonObject {
  const changed = new Date(timeOf(index)).toISOString();
  if (entity === 'schemas') return schema(index, changed);
  const id = String(draw.number(1_000_000, 99_000_000) * 100 + index);
  const own = PROPERTIES[entity]?.(draw, index) ?? { name: `${entity} ${index + 1}` };
  return {
    id,
    properties: { ...own, createdate: changed, hs_object_id: id, lastmodifieddate: changed },
    createdAt: changed,
    updatedAt: changed,
    archived: false,
  };
}

function schema(index: number, changed: string): JsonObject {
  const name = SCHEMAS[index % SCHEMAS.length] ?? 'cars';
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    id: name,
    name,
    objectTypeId: `2-${3_400_100 + index}`,
    fullyQualifiedName: `p4321_${name}`,
    labels: { singular: title.slice(0, -1), plural: title },
    primaryDisplayProperty: 'name',
    properties: [{ name: 'name', label: 'Name', type: 'string', fieldType: 'text' }],
    createdAt: changed,
    updatedAt: changed,
    archived: false,
  };
}

export const hubspot: ServiceModel = {
  newestFirst: false,
  pageSize: 25,
  count: (entity) => (entity === 'schemas' ? SCHEMAS.length : 45),
  record,
  written: (params) => params,
  metadata: ({ entity, action, next, total }) => ({
    ...(action === 'api_search' ? { total } : {}),
    next_link: next === null ? null : `https://api.hubapi.com/crm/v3/objects/${entity}?after=${next}`,
  }),
  deleted: (removed) => removed,
  // `objects` with the type `contacts` shows the same contacts.
  collection: (entity, parents) => (entity === 'objects' && typeof parents.objectType === 'string' ? parents.objectType : entity),
};
