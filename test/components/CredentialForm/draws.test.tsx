import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, startTransition, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FormProvider, type FormProviderProps } from '../../../src/components/CredentialForm/FormProvider.js';
import {
  type ControlProps,
  CredentialForm,
  type CredentialFormParts,
  type CredentialFormProps,
  type ObjectControlProps,
  type RenderField,
} from '../../../src/components/CredentialForm/index.js';
import { pasteDoctor } from '../../../src/components/CredentialForm/pasteDoctor.js';
import { useFormState } from '../../../src/components/CredentialForm/useFormState.js';
import type { JsonSchema } from '../../../src/core/index.js';
import { errorKey, loadValidate } from '../../../src/form/index.js';
import { setup } from './setup.js';

await loadValidate();

const text = (title: string): JsonSchema => ({ type: 'string', title, description: `What ${title} means.` });
const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name', 'region', 'method', 'proxy'],
  properties: {
    name: { ...text('Name'), order: 0 },
    region: { type: 'string', title: 'Region', enum: ['eu', 'us'], order: 1 },
    method: {
      title: 'Method',
      type: 'object',
      order: 2,
      oneOf: ['Key', 'Token'].map((title) => ({
        title,
        type: 'object',
        required: ['kind', 'secret'],
        properties: { kind: { type: 'string', const: title }, secret: { ...text(`${title} secret`), airbyte_secret: true } },
      })),
    },
    proxy: {
      type: 'object',
      title: 'Proxy',
      order: 3,
      required: ['host', 'port'],
      properties: { host: text('Host'), port: { type: 'integer', title: 'Port' } },
    },
    accounts: {
      ...{ type: 'array', title: 'Accounts', order: 4, default: [{ owner: 'Ada' }] },
      items: { type: 'object', required: ['owner'], properties: { owner: text('Owner') } },
    },
    note: { ...text('Note'), order: 5 },
  },
};

/** Classes that note which slots were drawn: all parts of a form ask for theirs when they are drawn. */
function notingSlots() {
  const drawn = new Set<string>();
  const classNames: NonNullable<CredentialFormProps['classNames']> = new Proxy({}, { get: (_, slot) => void drawn.add(String(slot)) });
  return { drawn, classNames };
}

/** Nothing more is drawn of what came before: what loads beside a form is there, and two frames have passed without a slot. */
async function isQuiet(drawn: Set<string>) {
  await pasteDoctor.load();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  do {
    drawn.clear();
    await frame();
    await frame();
  } while (drawn.size > 0);
}

it('draws the field that a key is typed into, and nothing else of the form', async () => {
  const { drawn, classNames } = notingSlots();
  const { user, latest } = setup({ schema: SCHEMA, classNames });
  await user.click(screen.getByText('Optional fields'));
  expect([...drawn]).toEqual(expect.arrayContaining(['choices', 'choice-fields', 'select', 'field-label', 'list', 'fields']));
  await user.click(screen.getByLabelText('Host'));
  await isQuiet(drawn);
  await user.keyboard('h');
  expect([...drawn].toSorted()).toEqual(['field', 'field-description', 'field-label', 'input']);
  expect(latest.values).toMatchObject({ proxy: { host: 'h' } });
});

it('asks the host to draw that field and what it stands in', async () => {
  const asked: string[] = [];
  const renderField: RenderField = ({ field }) => void asked.push(errorKey(field.path));
  const { user } = setup({ schema: SCHEMA, renderField });
  await user.click(screen.getByLabelText('Host'));
  asked.length = 0;
  await user.keyboard('h');
  expect([...new Set(asked)]).toEqual(['proxy', 'proxy.host']);
});

it('draws what a slot of a container shows of its value', async () => {
  const Shown = ({ value, children }: ObjectControlProps) => (
    <div>
      <output>{JSON.stringify(value)}</output>
      {children}
    </div>
  );
  const slots: CredentialFormParts = { object: Shown };
  const { user } = setup({ schema: SCHEMA, slots });
  await user.type(screen.getByLabelText('Host'), 'h');
  expect(screen.getByText('{"host":"h"}')).toBeVisible();
});

it('draws a wrong field when its error goes, and no other', async () => {
  const { drawn, classNames } = notingSlots();
  const { user, submit } = setup({ schema: SCHEMA, classNames });
  await submit();
  expect(screen.getByLabelText('Host')).toBeInvalid();
  await user.click(screen.getByLabelText('Host'));
  await isQuiet(drawn);
  await user.keyboard('h');
  expect(screen.getByLabelText('Host')).toBeValid();
  // The value is drawn in the event, its error goes with the commit; the summary above strikes it out.
  expect([...drawn].toSorted()).toEqual(['field', 'field-description', 'field-error', 'field-label', 'input', 'problems']);
});

it.each([
  ['in the event itself', (run: () => void) => run()],
  [
    'later',
    async (run: () => void) => {
      await Promise.resolve();
      run();
    },
  ],
])('draws a value no later than what its control keeps beside it, set %s', async (_, when) => {
  const drawn: [note: string, value: unknown][] = [];
  function Noting({ value, onValueChange }: ControlProps) {
    const [note, setNote] = useState('');
    drawn.push([note, value]);
    const set = () => {
      onValueChange('read');
      setNote('read');
    };
    return (
      <button type="button" onClick={() => void when(set)}>
        Read {String(value)}
      </button>
    );
  }
  const slots: CredentialFormParts = { text: Noting };
  const { user } = setup({ schema: { type: 'object', required: ['name'], properties: { name: text('Name') } }, slots });
  await user.click(screen.getByRole('button', { name: 'Read undefined' }));
  await screen.findByRole('button', { name: 'Read read' });
  expect(drawn).toContainEqual(['read', 'read']);
  expect(drawn).not.toContainEqual(['read', undefined]);
});

it('shows what the caller makes of a change: one that keeps its values stays as it is', async () => {
  const schema: JsonSchema = { type: 'object', required: ['name'], properties: { name: text('Name') } };
  const asked = vi.fn();
  render(<CredentialForm id="fixed" schema={schema} serviceName="Acme" values={{ name: 'kept' }} onValuesChange={asked} onSubmit={asked} />);
  const box = screen.getByLabelText('Name');
  await userEvent.type(box, '!');
  expect(asked).toHaveBeenCalledExactlyOnceWith({ name: 'kept!' });
  expect(box).toHaveValue('kept');
});

describe('while a render waits that may come to nothing', () => {
  const schema: JsonSchema = { type: 'object', required: ['name', 'note'], properties: { name: text('Name'), note: text('Note') } };
  const never = new Promise<never>(() => undefined);
  const Waiting = ({ waits }: { waits: boolean }) => {
    if (waits) throw never;
    return null;
  };

  it('adds what is typed to the values that are drawn', async () => {
    const asked = vi.fn();
    function Caller() {
      const [next, setNext] = useState(false);
      return (
        <Suspense>
          <CredentialForm
            id="waits"
            schema={schema}
            serviceName="Acme"
            values={{ name: 'a', note: next ? 'next' : 'now' }}
            onValuesChange={asked}
            onSubmit={asked}
          />
          <button type="button" onClick={() => startTransition(() => setNext(true))}>
            Next
          </button>
          <Waiting waits={next} />
        </Suspense>
      );
    }
    render(<Caller />);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.type(screen.getByLabelText('Name'), '!');
    expect(asked.mock.lastCall).toEqual([{ name: 'a!', note: 'now' }]);
  });

  it('shows no part the values of that render', async () => {
    function Part() {
      const [times, setTimes] = useState(0);
      const { note } = useFormState(({ values }) => ({ note: values.note }));
      return (
        <button type="button" onClick={() => setTimes(times + 1)}>
          {String(note)} {times}
        </button>
      );
    }
    const part = <Part />;
    const given: Omit<FormProviderProps, 'children' | 'values'> = {
      id: 'part',
      disabled: false,
      messages: {},
      ...{ change: vi.fn(), defaults: () => ({}), announce: vi.fn() },
    };
    const [now, later] = [{ note: 'now' }, { note: 'next' }];
    function Caller() {
      const [next, setNext] = useState(false);
      return (
        <Suspense>
          <FormProvider {...given} values={next ? later : now}>
            {part}
          </FormProvider>
          <button type="button" onClick={() => startTransition(() => setNext(true))}>
            Next
          </button>
          <Waiting waits={next} />
        </Suspense>
      );
    }
    render(<Caller />);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'now 0' }));
    expect(screen.getByRole('button', { name: /1$/ })).toHaveTextContent('now 1');
  });
});

it('begins another form with its own values', async () => {
  const tags = (title: string): JsonSchema => ({ type: 'object', required: ['f'], properties: { f: { type: 'array', title, items: { type: 'string' } } } });
  const at = (name: string) => (
    <CredentialForm id="other" schema={tags(name)} serviceName="Acme" values={{ f: [name] }} onValuesChange={vi.fn()} onSubmit={vi.fn()} renderField={noting} />
  );
  const drawn: unknown[] = [];
  const noting: RenderField = ({ field, value }) => void drawn.push([field.label, value]);
  const { rerender } = render(at('One'));
  rerender(at('Two'));
  expect(drawn).toContainEqual(['Two', ['Two']]);
  expect(drawn).not.toContainEqual(['Two', ['One']]);
});
