import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ExecutePlayground } from '../../src/components/ExecutePlayground/index.js';
import { playgroundPanes } from '../../src/components/ExecutePlayground/loadPanes.js';
import { ConnectError, type ExecuteJsonResult, type Operation } from '../../src/core/index.js';

const parameters = (properties: Record<string, unknown>, required: string[] = []) => ({ type: 'object', properties, required });

const operations: Operation[] = [
  { entity: 'companies', action: 'list', kind: 'read', schema: parameters({}) },
  {
    entity: 'contacts',
    action: 'list',
    kind: 'read',
    schema: parameters({
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
      archived: { type: 'boolean' },
      properties: { type: 'array', items: { type: 'string' } },
    }),
  },
  { entity: 'contacts', action: 'get', kind: 'read', schema: parameters({ id: { type: 'string' } }, ['id']) },
  { entity: 'contacts', action: 'api_search', kind: 'read', schema: parameters({ query: { type: 'string' }, filter: { type: 'object' } }, ['query']) },
  {
    entity: 'contacts',
    action: 'create',
    kind: 'write',
    schema: parameters(
      {
        email: { type: 'string', format: 'email' },
        first_name: { type: 'string' },
        address: { type: 'object', properties: { city: { type: 'string' }, country: { type: 'string' } } },
      },
      ['email'],
    ),
  },
  { entity: 'contacts', action: 'delete', kind: 'write', schema: parameters({ id: { type: 'string' } }, ['id']) },
  { entity: 'deals', action: 'list', kind: 'read', schema: parameters({}) },
  { entity: 'deals', action: 'context_store_search', kind: 'read', schema: parameters({ query: { type: 'object' } }, ['query']) },
  { entity: 'attachments', action: 'download', kind: 'download', schema: parameters({ attachment_id: { type: 'string' } }, ['attachment_id']) },
];

const people = [
  { name: 'Ada Okafor', email: 'ada@corlett.example', stage: 'Customer', revenue: 12480 },
  { name: 'Jonas Lindqvist', email: 'jonas@brightwell.example', stage: 'Opportunity', revenue: 3900 },
  { name: 'Mei Tanaka', email: 'mei@haneda.example', stage: 'Lead', revenue: null },
  { name: 'Luis Ferreira', email: 'luis@outpost.example', stage: 'Customer', revenue: 28150.5 },
  { name: 'Sara Whitlock', email: 'sara@whitlock.example', stage: 'Lead', revenue: 640 },
];

const answer = (records: readonly unknown[], rest: Partial<ExecuteJsonResult> = {}): ExecuteJsonResult => ({
  type: 'json',
  data: { results: records },
  records,
  nextParams: null,
  durationMs: 412,
  requestId: 'req_8fK2mQ7vTz',
  ...rest,
});

const meta: Meta<typeof ExecutePlayground> = {
  title: 'Components/ExecutePlayground',
  component: ExecutePlayground,
  loaders: [playgroundPanes.load], // So that every state is drawn at once.
  args: {
    connector: { id: '1', name: 'Acme Marketing', definition: { id: 'hubspot', slug: 'hubspot', name: 'HubSpot' }, createdAt: null, updatedAt: null },
    operations,
    defaultValue: { entity: 'contacts', action: 'list' },
    onRun: fn(),
    onStop: fn(),
    onNextPage: fn(),
    onRetryOperations: fn(),
    onReconnect: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof ExecutePlayground>;

export const Default: Story = { args: { result: answer(people, { nextParams: { after: '5' } }) } };

export const Ready: Story = {};

export const Json: Story = {
  args: Default.args ?? {},
  play: async ({ canvasElement }) => {
    (await within(canvasElement).findByRole('tab', { name: 'Table' })).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(within(canvasElement).getByRole('tab', { name: 'JSON', selected: true })).toHaveFocus();
  },
};

/** A write does not run before its box is ticked. */
export const WriteGuard: Story = {
  args: { defaultValue: { entity: 'contacts', action: 'create' } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Create contact' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: /Email/ }), 'nina@corlett.example');
    await expect(args.onRun).not.toHaveBeenCalled();
  },
};

/** What is a group of values and can be left out is folded under its name. */
export const Unfolded: Story = {
  args: { defaultValue: { entity: 'contacts', action: 'create' } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByText('Address'));
    await expect(await within(canvasElement).findByRole('textbox', { name: /City/ })).toBeVisible();
  },
};

/** What cannot be brought back is agreed to in its own words; an account that is called as its service is named once. */
export const Deleting: Story = {
  args: {
    connector: { id: '1', name: 'HubSpot', definition: { id: 'hubspot', slug: 'hubspot', name: 'HubSpot' }, createdAt: null, updatedAt: null },
    defaultValue: { entity: 'contacts', action: 'delete' },
  },
};

export const Empty: Story = { args: { result: answer([], { durationMs: 204 }) } };

/** The service says that there is more, and lets nobody ask for it. */
export const PagingStopped: Story = {
  args: { result: answer(people, { stopped: 'cursor_repeated' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/does not send it/, { selector: '[data-ack-slot=notice-title]' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Next page' })).toBeNull();
  },
};

export const Running: Story = { args: { running: true, elapsedMs: 3100 } };

export const RunningLong: Story = { args: { running: true, elapsedMs: 14_000 } };

export const RateLimited: Story = { args: { error: new ConnectError('rate_limited', 'Slow down.', { retryAfter: 10, requestId: 'req_8fK2mQ7vTz' }) } };

export const Failed: Story = { args: { error: new ConnectError('credentials_refused', 'Refused.', { requestId: 'req_8fK2mQ7vTz' }) } };

/** A write whose answer never came: nobody knows. */
export const UncertainWrite: Story = {
  args: { defaultValue: { entity: 'contacts', action: 'create' }, error: new ConnectError('timeout', 'No answer in 300 s.') },
};

export const File: Story = {
  args: {
    defaultValue: { entity: 'attachments', action: 'download' },
    result: { type: 'file', blob: new Blob(['x'.repeat(48_200)]), filename: 'invoice-2026-03.pdf', contentType: 'application/pdf', requestId: null },
  },
};

/** Ten thousand records cost what a hundred do. */
export const Large: Story = {
  args: {
    result: answer(
      Array.from({ length: 10_000 }, (_, index) => ({ id: index, email: `person-${index}@corlett.example`, tags: ['a', 'b'], owner: { id: index % 7 } })),
    ),
  },
};

/** What a service answers is text, whatever it says. */
export const HostileContent: Story = {
  args: {
    result: answer([{ '<b>key</b>': '<img src=x onerror=alert(1)>', link: 'javascript:alert(1)', turned: 'photo\u202egpj.exe', long: 'x'.repeat(900) }]),
  },
};

export const OperationsLoading: Story = { args: { operations: [], operationsLoading: true } };

export const OperationsFailed: Story = { args: { operations: [], operationsError: new ConnectError('upstream_unavailable', 'Airbyte answered 502.') } };

export const NoOperations: Story = { args: { operations: [] } };
