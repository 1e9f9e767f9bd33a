import type { JsonObject } from '../../core/index.js';
import type { Draw } from '../seeded.js';
import { company, person, timeOf } from './people.js';
import type { RecordRequest, ServiceModel } from './service.js';

const PREFIX: Readonly<Record<string, string>> = {
  customers: 'cus',
  invoices: 'in',
  charges: 'ch',
  subscriptions: 'sub',
  refunds: 're',
  products: 'prod',
  balance_transactions: 'txn',
  payment_intents: 'pi',
  disputes: 'dp',
  payouts: 'po',
  prices: 'price',
  checkout_sessions: 'cs_test',
};

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
const singular = (entity: string) => (entity === 'checkout_sessions' ? 'checkout.session' : entity.replace(/s$/, ''));

type Fields = (draw: Draw, index: number) => JsonObject;

const amounts: Fields = (draw) => ({ amount: draw.number(5, 900) * 100, currency: draw.pick(['eur', 'usd', 'gbp']) });
const customer = (draw: Draw) => `cus_${draw.token(14)}`;

const FIELDS: Readonly<Record<string, Fields>> = {
  customers: (draw) => {
    const { name, email, phone } = person(draw);
    return { name, email, phone, description: company(draw).name, balance: 0, currency: 'eur', delinquent: false };
  },
  invoices: (draw, index) => {
    const due = draw.number(20, 900) * 100;
    return {
      number: `SB-${String(1000 - index).padStart(4, '0')}`,
      customer: customer(draw),
      status: draw.pick(['paid', 'open', 'draft']),
      currency: 'eur',
      amount_due: due,
      total: due,
    };
  },
  charges: (draw, index) => ({
    ...amounts(draw, index),
    customer: customer(draw),
    paid: true,
    status: 'succeeded',
    receipt_email: person(draw).email,
    refunded: false,
  }),
  subscriptions: (draw) => ({
    customer: customer(draw),
    status: draw.pick(['active', 'active', 'trialing', 'past_due']),
    cancel_at_period_end: false,
    currency: 'eur',
  }),
  refunds: (draw, index) => ({ ...amounts(draw, index), charge: `ch_${draw.token(24)}`, reason: 'requested_by_customer', status: 'succeeded' }),
  products: (draw) => ({ name: `${company(draw).name} plan`, active: true, description: null, images: [] }),
  balance_transactions: (draw, index) => ({
    ...amounts(draw, index),
    fee: draw.number(10, 90),
    status: 'available',
    type: draw.pick(['charge', 'payout', 'refund']),
  }),
  payment_intents: (draw, index) => ({
    ...amounts(draw, index),
    customer: customer(draw),
    status: draw.pick(['succeeded', 'requires_payment_method', 'processing']),
  }),
  disputes: (draw, index) => ({
    ...amounts(draw, index),
    charge: `ch_${draw.token(24)}`,
    reason: draw.pick(['fraudulent', 'duplicate']),
    status: 'needs_response',
  }),
  payouts: (draw, index) => ({ ...amounts(draw, index), arrival_date: seconds(timeOf(index)), method: 'standard', status: 'paid' }),
  prices: (draw) => ({ active: true, currency: 'eur', product: `prod_${draw.token(14)}`, unit_amount: draw.number(5, 90) * 100 }),
  checkout_sessions: (draw) => ({ mode: 'payment', status: 'open', url: `https://checkout.example/${draw.token(12)}` }),
};

function record({ entity, index, draw }: RecordRequest): JsonObject {
  if (entity === 'balance')
    return { object: 'balance', available: [{ amount: 128_400, currency: 'eur' }], pending: [{ amount: 9_900, currency: 'eur' }], livemode: false };
  const id = `${PREFIX[entity] ?? entity}_${draw.token(entity === 'customers' || entity === 'products' ? 14 : 24)}`;
  return { id, object: singular(entity), ...FIELDS[entity]?.(draw, index), created: seconds(timeOf(index)), livemode: false, metadata: {} };
}

export const stripe: ServiceModel = {
  newestFirst: true,
  pageSize: 10,
  count: (entity) => (entity === 'balance' ? 1 : 45),
  record,
  written: ({ id: _id, ...params }) => params,
  metadata: () => ({}),
  deleted: (removed) => (removed.object === 'subscription' ? { ...removed, status: 'canceled' } : { id: removed.id, object: removed.object, deleted: true }),
  acts: {
    invoice_finalizations: { on: 'invoices', patch: () => ({ status: 'open' }) },
    invoice_sends: { on: 'invoices', patch: () => ({ status: 'open' }) },
    payment_intent_confirmations: { on: 'payment_intents', patch: () => ({ status: 'succeeded' }) },
    payment_intent_cancellations: {
      on: 'payment_intents',
      patch: (params) => ({ status: 'canceled', cancellation_reason: params.cancellation_reason ?? null }),
    },
  },
  answers: {
    payment_method_attachments: ({ id, customer: owner }) => ({ id, object: 'payment_method', type: 'card', customer: owner, livemode: false }),
  },
};
