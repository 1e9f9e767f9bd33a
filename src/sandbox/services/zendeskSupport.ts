import { isJsonObject, type JsonObject } from '../../core/index.js';
import type { Draw } from '../seeded.js';
import { company, person, timeOf, topic } from './people.js';
import type { RecordRequest, ServiceModel } from './service.js';
import { attachment, attachmentRecord } from './zendeskFiles.js';

type Fields = (draw: Draw, index: number) => JsonObject;

const userId = (draw: Draw) => draw.number(900_000_000, 999_999_999);
const title =
  (kind: string): Fields =>
  (draw, index) => ({ title: `${kind} ${index + 1}: ${topic(draw)}`, active: index % 4 !== 3, position: index + 1 });
const comment: Fields = (draw, index) => ({
  type: 'Comment',
  body: topic(draw),
  html_body: `<p>${topic(draw)}</p>`,
  author_id: userId(draw),
  public: true,
  attachments: index % 3 === 0 ? [attachmentRecord(7_000_001 + index)] : [],
});
const ticket: Fields = (draw, index) => ({
  subject: topic(draw),
  description: 'Written by the sandbox.',
  status: draw.pick(['new', 'open', 'pending', 'solved']),
  priority: draw.pick(['low', 'normal', 'high', 'urgent']),
  requester_id: userId(draw),
  assignee_id: userId(draw),
  external_id: `order-${5000 + index}`,
  tags: ['sandbox'],
});

const FIELDS: Readonly<Record<string, Fields>> = {
  tickets: ticket,
  deleted_tickets: (draw, index) => ({
    subject: topic(draw),
    actor: { id: userId(draw), name: person(draw).name },
    deleted_at: new Date(timeOf(index)).toISOString(),
  }),
  ticket_comments: comment,
  ticket_audits: (draw) => ({ author_id: userId(draw), events: [{ type: 'Change', field_name: 'status', value: 'open' }], via: { channel: 'web' } }),
  ticket_metrics: (draw) => ({
    ticket_id: draw.number(1, 130),
    reopens: 0,
    replies: draw.number(0, 9),
    reply_time_in_minutes: { calendar: draw.number(1, 600), business: null },
  }),
  ticket_fields: (_draw, index) => ({ title: `Field ${index + 1}`, type: index % 2 === 0 ? 'text' : 'tagger', active: true, required: false }),
  ticket_forms: (_draw, index) => ({
    name: `Form ${index + 1}`,
    display_name: `Form ${index + 1}`,
    active: true,
    end_user_visible: true,
    default: index === 0,
  }),
  users: (draw) => {
    const { name, email, phone } = person(draw);
    return { name, email, phone, role: draw.pick(['end-user', 'end-user', 'agent', 'admin']), active: true, verified: true };
  },
  organizations: (draw) => {
    const { name, domain } = company(draw);
    return { name, domain_names: [domain], shared_tickets: false };
  },
  groups: (_draw, index) => ({ name: `Group ${index + 1}`, default: index === 0, deleted: false, is_public: true }),
  group_memberships: (draw) => ({ user_id: userId(draw), group_id: draw.number(1, 45), default: true }),
  organization_memberships: (draw) => ({ user_id: userId(draw), organization_id: draw.number(1, 130), default: true }),
  brands: (draw, index) => ({ name: company(draw).name, subdomain: `brand-${index + 1}`, active: true, default: index === 0 }),
  views: title('View'),
  macros: title('Macro'),
  triggers: title('Trigger'),
  automations: title('Automation'),
  sla_policies: title('Policy'),
  satisfaction_ratings: (draw) => ({
    score: draw.pick(['good', 'good', 'bad', 'offered']),
    ticket_id: draw.number(1, 130),
    requester_id: userId(draw),
    comment: null,
  }),
  articles: (draw) => ({ title: topic(draw), body: `<p>${topic(draw)}</p>`, locale: 'en-us', draft: false, author_id: userId(draw) }),
};

const FIRST_ID: Readonly<Record<string, number>> = { users: 900_100_000, organizations: 360_000_000, articles: 115_000_000 };

function record({ entity, index, draw, parents }: RecordRequest): JsonObject {
  const changed = new Date(timeOf(index)).toISOString();
  if (entity === 'tags') return { name: `tag-${index + 1}`, count: draw.number(1, 400) };
  if (entity === 'attachments' || entity === 'article_attachments') return { ...attachmentRecord(7_000_001 + index), ...parents, created_at: changed };
  return { id: (FIRST_ID[entity] ?? 0) + index + 1, ...parents, ...FIELDS[entity]?.(draw, index), created_at: changed, updated_at: changed };
}

const LARGE = new Set(['tickets', 'users', 'organizations']);

export const zendeskSupport: ServiceModel = {
  newestFirst: false,
  pageSize: 100,
  // A page has 100 records here, so that a second one exists only in large collections.
  count: (entity) => (LARGE.has(entity) ? 130 : 45),
  record,
  written: (params) => Object.values(params).find(isJsonObject) ?? {},
  metadata: ({ entity, start, size, total, next, environment }) => {
    const page = Math.floor(start / size) + 1;
    const url = (number: number) => `https://${String(environment.subdomain)}.zendesk.com/api/v2/${entity}.json?page=${number}&per_page=${size}`;
    return { next_page: next === null ? null : url(page + 1), previous_page: page === 1 ? null : url(page - 1), count: total };
  },
  deleted: (removed) => removed,
  acts: {
    ticket_comments: {
      on: 'tickets',
      patch: ({ ticket: change }) => (isJsonObject(change) ? withoutComment(change) : {}),
      adds: ({ ticket_id, ticket: change }) =>
        isJsonObject(change) && isJsonObject(change.comment) ? { entity: 'ticket_comments', parents: { ticket_id }, written: change.comment } : null,
    },
  },
  answers: {
    ticket_bulk_updates: (_params, draw) => {
      const id = draw.token(32).toLowerCase();
      return { id, job_type: 'Bulk Update Ticket', status: 'queued', total: null, progress: null, results: null };
    },
  },
  file: attachment,
};

const withoutComment = ({ comment: _comment, ...rest }: JsonObject): JsonObject => rest;
