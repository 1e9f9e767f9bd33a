/// <reference types="vite/client" />
import { render, screen, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { formScreens } from '../../src/components/ConnectScreens/loadFormScreens.js';
import { moreControls } from '../../src/components/CredentialForm/moreControls.js';
import { Dialog } from '../../src/components/Dialog/index.js';
import type { JsonSchema } from '../../src/core/index.js';
import { definitions, methodOf, stripe } from '../../stories/fixtures/definitions.js';
import { HostPage, type HostPageProps } from '../../stories/hosts/HostPage.js';
import { CLASS_NAMES, FIVE_CLASSES, LAYERED_UTILITIES, TEN_VARIABLES, UNLAYERED_RESET } from '../../stories/hosts/hostStyles.js';
import { geometryProblems } from './geometryProblems.js';
import '../../src/styles.css';
import kitStyles from '../../src/styles.css?inline';

const nothing = () => undefined;
const FORM: HostPageProps['state'] = { step: 'configuring', error: null, definition: stripe, method: methodOf(stripe, 'bearerAuth') };
const ACTIONS = {
  ...{ onPick: nothing, onChooseMethod: nothing, onSubmit: nothing, onAuthorise: nothing, onShowWindow: nothing, onReopen: nothing },
  ...{ onContinueInTab: nothing, onBack: nothing, onRetry: nothing, onConnectAnother: nothing, onClose: nothing },
};

async function show(props: Partial<HostPageProps>): Promise<void> {
  await formScreens.load();
  render(<HostPage {...ACTIONS} css="" state={FORM} definitions={definitions} appName="Fernway" {...props} />);
}

const style = (element: Element) => getComputedStyle(element);
const secret = () => screen.getByLabelText('Secret key');
const boxOf = (input: HTMLElement): Element => input.closest('[data-ack-slot="input-group"]') ?? input;
const submit = () => screen.getByRole('button', { name: 'Connect Stripe' });

describe('a page that restyles', () => {
  it('does so by ten variables and five classes', async () => {
    await show({ css: TEN_VARIABLES + FIVE_CLASSES, className: 'brand', classNames: CLASS_NAMES });
    const dialog = screen.getByRole('dialog');
    expect(style(dialog).borderTopWidth).toBe('3px');
    expect(style(dialog).backgroundColor).toBe('rgb(255, 253, 247)');
    expect(style(dialog).fontFamily).toContain('Georgia');
    expect(dialog.getBoundingClientRect().width).toBe(Math.min(560, window.innerWidth));
    expect(style(submit()).backgroundColor).toBe('rgb(31, 111, 67)');
    expect(style(submit()).minBlockSize).toBe('48px');
    expect(style(secret()).fontSize).toBe('16px');
    expect(style(screen.getByLabelText('Account ID')).borderTopLeftRadius).toBe('99px');
    expect(style(boxOf(secret())).borderTopLeftRadius).toBe('99px');
    expect(style(screen.getByRole('heading', { name: /Enter your/ })).textTransform).toBe('uppercase');
    expect(geometryProblems(dialog)).toEqual([]);
  });

  it('gives a box with buttons or tags in it one edge and one room, as any other', async () => {
    const schema: JsonSchema = {
      type: 'object',
      required: ['key', 'pem', 'tags', 'plain'],
      properties: {
        key: { type: 'string', title: 'Key', airbyte_secret: true },
        pem: { type: 'string', title: 'PEM', airbyte_secret: true, multiline: true },
        tags: { type: 'array', title: 'Tags', items: { type: 'string' } },
        plain: { type: 'string', title: 'Plain' },
      },
    };
    await moreControls.load();
    await show({
      css: '.host-box { border: 2px solid rgb(1 2 3); padding: 12px; color: rgb(4 5 6); }',
      classNames: { input: 'host-box', textarea: 'host-box' },
      state: { ...FORM, method: { ...methodOf(stripe, 'bearerAuth'), schema } },
    });
    for (const name of ['Key', 'PEM', 'Tags'] as const) {
      const inner = screen.getByLabelText(name, { exact: false, selector: 'input, textarea' });
      const box = inner.parentElement ?? inner;
      expect([name, style(box).borderTopWidth, style(box).paddingTop]).toEqual([name, '2px', '12px']);
      expect([name, style(inner).borderTopWidth, style(inner).color]).toEqual([name, '0px', 'rgb(4, 5, 6)']);
      expect(inner.matches('.host-box')).toBe(false);
    }
    const plain = screen.getByLabelText(/^Plain/);
    expect([style(plain).borderTopWidth, style(plain).color]).toEqual(['2px', 'rgb(4, 5, 6)']);
  });

  it('restyles the picker the same way', async () => {
    await show({ css: FIVE_CLASSES, classNames: CLASS_NAMES, state: { step: 'picking' } });
    await expect.poll(() => style(document.querySelector('[data-ack-slot="picker-item"]') ?? document.body).backgroundColor).toBe('rgb(247, 251, 247)');
  });

  it.each([
    ['[data-ack-slot="button"] { background: rgb(1 2 3); }', submit, 'backgroundColor', 'rgb(1, 2, 3)'],
    ['button { letter-spacing: 3px; }', submit, 'letterSpacing', '3px'],
    ['input { border-color: rgb(4 5 6); }', () => screen.getByLabelText('Account ID'), 'borderTopColor', 'rgb(4, 5, 6)'],
    ['dialog { border-radius: 1px; }', () => screen.getByRole('dialog'), 'borderTopLeftRadius', '1px'],
    ['h2 { font-weight: 300; }', () => screen.getByRole('heading', { name: /Enter your/ }), 'fontWeight', '300'],
  ] as const)('wins everywhere with a plain rule: %s', async (css, element, property, value) => {
    await show({ css });
    expect(style(element())[property]).toBe(value);
  });
});

describe('a page with layered utilities', () => {
  it('has its reset below ours, and its utilities above, in the order that it declares first', async () => {
    await show({ inPage: true, classNames: { input: 'rounded-full', title: 'uppercase' } });
    // A page of its own: the order of layers is that of their first mention.
    const frame = document.createElement('iframe');
    frame.srcdoc = `<style>${LAYERED_UTILITIES}</style><style>${kitStyles}</style>${document.querySelector('[data-ack-slot="connect"]')?.outerHTML}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    onTestFinished(() => frame.remove());
    await loaded;
    const of = (selector: string): CSSStyleDeclaration => {
      const element = frame.contentDocument?.querySelector(selector);
      if (element === null || element === undefined) throw new Error(`The page has no ${selector}.`);
      return getComputedStyle(element);
    };
    expect(of('input[type="text"]').borderTopLeftRadius).toBe('9999px');
    expect(of('h2').textTransform).toBe('uppercase');
    expect(Number.parseFloat(of('[data-variant="primary"]').paddingInlineStart)).toBeGreaterThan(10);
    expect(of('[data-variant="primary"]').borderTopLeftRadius).not.toBe('0px');
  });
});

describe('a page with an unlayered reset', () => {
  it('keeps rooms, edges and buttons where it can: nothing is cut or covered', async () => {
    await show({ css: UNLAYERED_RESET });
    expect(geometryProblems(screen.getByRole('dialog'))).toEqual([]);
    expect(Number.parseFloat(style(submit()).paddingInlineStart)).toBeGreaterThan(10);
  });

  it.each([UNLAYERED_RESET, '* { margin: 0; padding: 0; } div { border: 0; outline: 0; }'])('leaves each box an edge: %s', async (css) => {
    await show({ css });
    expect(style(screen.getByLabelText('Account ID')).borderTopWidth).toBe('1px');
    const line = style(screen.getByLabelText('Account ID')).borderTopColor;
    expect(style(boxOf(secret())).boxShadow).toContain(`${line} 0px 0px 0px 1px inset`);
  });

  it.each([UNLAYERED_RESET, '* { margin: 0; padding: 0; }'])('leaves room between the search, the heading and the list: %s', async (css) => {
    await show({ css, inPage: true, state: { step: 'picking' } });
    const heading = (await screen.findByText('All services')).getBoundingClientRect();
    expect(heading.top - screen.getByRole('combobox', { name: 'Search services' }).getBoundingClientRect().bottom).toBeGreaterThanOrEqual(12);
    expect(
      (within(screen.getByRole('listbox')).getAllByRole('option')[0]?.closest('ul')?.getBoundingClientRect().top ?? 0) - heading.bottom,
    ).toBeGreaterThanOrEqual(4);
  });
});

describe('a dialog in a host’s own dialog', () => {
  it('lies above it, gives the focus back into it, and Escape closes only itself', async () => {
    const closed: string[] = [];
    function Host(): ReactNode {
      const [asked, setAsked] = useState(false);
      return (
        <Dialog aria-label="The host’s" onClose={() => closed.push('host')}>
          <button type="button" onClick={() => setAsked(true)}>
            In the host
          </button>
          {asked && (
            <Dialog
              aria-label="Ours"
              onClose={() => {
                closed.push('ours');
                setAsked(false);
              }}
            >
              <button type="button">In ours</button>
            </Dialog>
          )}
        </Dialog>
      );
    }
    render(<Host />);
    const opener = screen.getByRole('button', { name: 'In the host' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const ours = screen.getByRole('dialog', { name: 'Ours' });
    expect(ours.matches(':modal')).toBe(true);
    const { left, top, width, height } = ours.getBoundingClientRect();
    expect(ours.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => closed).toEqual(['ours']);
    expect(document.activeElement).toBe(opener);
  });
});

it('keeps two themes and two brands on one page apart', async () => {
  await formScreens.load();
  const flow = (name: string) => <HostPage {...ACTIONS} css={TEN_VARIABLES} inPage className={name} state={{ step: 'picking' }} definitions={definitions} />;
  render(
    <>
      <div data-ack-theme="dark" data-testid="dark">
        {flow('plain')}
      </div>
      <div data-ack-theme="light" data-testid="light">
        {flow('brand')}
      </div>
    </>,
  );
  const ground = (place: string) => style(screen.getByTestId(place).querySelector('[data-ack-slot="connect"]') ?? document.body).backgroundColor;
  expect(ground('dark')).toBe('rgb(23, 24, 27)');
  expect(ground('light')).toBe('rgb(255, 253, 247)');
});
