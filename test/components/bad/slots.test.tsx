import { act, render } from '@testing-library/react';
import { type ComponentType, memo, type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { formScreens } from '../../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../../src/components/ConnectScreens/loadLaterScreens.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';
import {
  ConnectorList,
  type ConnectorListParts,
  ConnectorPicker,
  type ConnectorPickerParts,
  ConnectScreens,
  type ConnectScreensParts,
  CredentialForm,
  type CredentialFormParts,
  emptyValues,
} from '../../../src/components/index.js';
import { ConnectError, type ConnectFlowState, type JsonSchema } from '../../../src/core/index.js';
import { connectorOf, definitions, hubspot, methodOf, stripe } from '../../../stories/fixtures/definitions.js';

await Promise.all([formScreens, laterScreens, moreControls].map((later) => later.load()));

const nothing = () => undefined;
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};
const acme = connectorOf(stripe, 'Acme');
const key = { definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const oauth = { definition: hubspot, method: methodOf(hubspot, 'oauth2') };
const STATES: Readonly<Record<'picking' | 'key' | 'oauth' | 'connected' | 'failed', ConnectFlowState>> = {
  picking: { step: 'picking' },
  key: { step: 'configuring', error: null, ...key },
  oauth: { step: 'configuring', error: null, ...oauth },
  connected: { step: 'connected', connector: acme, ...key },
  failed: { step: 'failed', from: 'checking', connector: acme, error: new ConnectError('timeout', 'Slow.'), ...key },
};
const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name', 'port', 'level', 'live', 'since', 'tags', 'token', 'method', 'proxy', 'accounts'],
  properties: {
    name: { type: 'string', title: 'Name', description: 'What it is called.' },
    port: { type: 'integer', title: 'Port' },
    level: { type: 'string', title: 'Level', enum: ['low', 'high'] },
    live: { type: 'boolean', title: 'Live' },
    since: { type: 'string', title: 'Since', format: 'date' },
    tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
    token: { type: 'string', title: 'Token', airbyte_secret: true },
    method: { title: 'Method', type: 'object', oneOf: ['Key', 'None'].map((title) => ({ title, properties: { kind: { const: title } } })) },
    proxy: { type: 'object', title: 'Proxy', properties: { host: { type: 'string', title: 'Host' } } },
    accounts: { type: 'array', title: 'Accounts', items: { type: 'object', title: 'Account', properties: { owner: { type: 'string', title: 'Owner' } } } },
  },
};
const ERROR = new ConnectError('invalid_input', 'No.', { fieldErrors: { name: { code: 'required' } } });

type Draw = (part: ComponentType | undefined) => ReactNode;
const screens =
  (state: keyof typeof STATES) =>
  (slot: keyof ConnectScreensParts): readonly [string, string, Draw] => [
    `ConnectScreens, ${state}`,
    slot,
    (part) => <ConnectScreens {...ACTIONS} definitions={definitions} state={STATES[state]} slots={{ [slot]: part }} />,
  ];
const picker = (slot: keyof ConnectorPickerParts): readonly [string, string, Draw] => [
  'ConnectorPicker',
  slot,
  (part) => <ConnectorPicker definitions={definitions} onSelect={nothing} slots={{ [slot]: part }} />,
];
const list =
  (connectors: (typeof acme)[]) =>
  (slot: keyof ConnectorListParts): readonly [string, string, Draw] => [
    'ConnectorList',
    slot,
    (part) => (
      <ConnectorList connectors={connectors} onDisconnect={nothing} onRename={nothing} statuses={{ [acme.id]: { status: 'ok' } }} slots={{ [slot]: part }} />
    ),
  ];
const form = (slot: keyof CredentialFormParts): readonly [string, string, Draw] => [
  'CredentialForm',
  slot,
  (part) => (
    <CredentialForm
      id="form"
      schema={SCHEMA}
      serviceName="Acme"
      values={emptyValues(SCHEMA)}
      onValuesChange={nothing}
      onSubmit={nothing}
      error={ERROR}
      slots={{ [slot]: part }}
    />
  ),
];
const SLOTS = [
  ...(['tile', 'picker-item-meta'] as const).map(picker),
  ...(['tile', 'state', 'manager-item', 'manager-item-actions'] as const).map(list([acme])),
  list([])('empty'),
  ...(['tile', 'picker-item-meta'] as const).map(screens('picking')),
  ...(['tile', 'secret', 'field-label'] as const).map(screens('key')),
  ...(['tile', 'permissions', 'guide'] as const).map(screens('oauth')),
  ...(['tile', 'facts'] as const).map(screens('connected')),
  ...(['tile', 'details'] as const).map(screens('failed')),
  ...(['text', 'number', 'select', 'switch', 'date', 'tags', 'secret', 'choice', 'list', 'object'] as const).map(form),
  ...(['field-label', 'field-error', 'field-description'] as const).map(form),
];

const fail = (): never => {
  throw new TypeError('No such plan.');
};
const BROKEN: Readonly<Record<string, ComponentType>> = {
  'at first': fail,
  'when it is drawn again': () => {
    const [again, setAgain] = useState(false);
    useEffect(() => setAgain(true), []);
    return again ? fail() : null;
  },
  'in an effect': () => {
    useEffect(fail, []);
    return null;
  },
  'before it is painted': () => {
    useLayoutEffect(fail, []);
    return null;
  },
  'because it is nothing to draw': () => {
    // SAFETY: what a host without types may return.
    return { plan: 'none' } as unknown as ReactNode;
  },
};

const stable = (html: string) => html.replaceAll(/(«r[0-9a-z]+»|_r_[0-9a-z]+_|:r[0-9a-z]+:)/g, 'id').replaceAll(/\d+:\d+:[\d.]+/g, 'time');

async function drawn(node: ReactNode): Promise<string> {
  const { container, unmount } = render(node);
  await act(async () => undefined);
  const html = container.innerHTML;
  unmount();
  return stable(html);
}

let reports: string[] = [];
const note = (event: ErrorEvent) => {
  reports.push(event.error.message);
  event.preventDefault();
};
beforeEach(() => {
  reports = [];
  vi.spyOn(console, 'error').mockImplementation(nothing);
  addEventListener('error', note);
});
afterEach(() => {
  removeEventListener('error', note);
  vi.restoreAllMocks();
});

async function givesWay([, slot, draw]: (typeof SLOTS)[number], times: readonly string[]): Promise<void> {
  const own = withoutWrapper(await drawn(draw(undefined)));
  for (const when of times) {
    reports = [];
    const Part: ComponentType = BROKEN[when] ?? fail;
    Part.displayName = 'PlanPart';
    expect({ when, html: withoutWrapper(await drawn(draw(Part))) }).toEqual({ when, html: own });
    expect(reports.filter((report) => report.startsWith(`The component PlanPart given for the slot "${slot}" threw`))).not.toEqual([]);
  }
}

it.each(SLOTS)('%s: a component for %s that throws gives way to the kit’s own, and is named with its slot', async (...row) => {
  await givesWay(row, ['at first']);
});

it.each([picker('tile'), list([acme])('manager-item'), screens('oauth')('guide'), form('text')])('%s: one for %s may throw at any time', async (...row) => {
  expect(await drawn(row[2](() => <b>the plan</b>))).toContain('<b>the plan</b>');
  await givesWay(row, Object.keys(BROKEN));
});

/** A state of the host's has a column of its own around it. */
const withoutWrapper = (html: string): string => html.replaceAll(/<div data-ack-slot="state">(.*?<\/span>)<\/div>/g, '$1');

it('names a component made by memo by what it was given as a name, and one without a name not at all', async () => {
  const [, , draw] = picker('tile');
  const Named = memo(fail);
  Named.displayName = 'PlanPart';
  // SAFETY: what `memo` makes is drawn as any component is.
  for (const part of [Named, memo(() => fail())]) await drawn(draw(part as unknown as ComponentType));
  const told = reports.map((report) => report.split(' threw')[0]);
  expect([...new Set(told)]).toEqual(['The component PlanPart given for the slot "tile"', 'The component given for the slot "tile"']);
});
