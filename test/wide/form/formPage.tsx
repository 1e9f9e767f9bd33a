import { act, render } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { vi } from 'vitest';
import { CredentialForm, emptyValues } from '../../../src/components/CredentialForm/index.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';
import type { JsonSchema } from '../../../src/core/index.js';
import type { FormValues } from '../../../src/form/index.js';
import '../../../src/styles.css';

const ID = 'wide';

// Controls that load when one of them is drawn first are there for every form.
await moreControls.load();

/** A form with what its caller owns: the values, a button that submits, and one before it from which Tab starts. */
export function openForm(schema: JsonSchema, first: FormValues = emptyValues(schema)) {
  const onSubmit = vi.fn<(values: unknown) => void>();
  function Caller() {
    const [values, setValues] = useState(first);
    return (
      <StrictMode>
        <button type="button">Before</button>
        <CredentialForm id={ID} schema={schema} serviceName="Acme" values={values} onValuesChange={setValues} onSubmit={onSubmit} />
        <button type="submit" form={ID}>
          Connect
        </button>
      </StrictMode>
    );
  }
  const { container } = render(<Caller />);
  const form = container.querySelector('form');
  const [before, ...buttons] = container.querySelectorAll('button');
  if (form === null || before === undefined) throw new Error('The form was not drawn.');
  const submit = async () => act(async () => buttons.at(-1)?.click());
  return { container, form, before, onSubmit, submit };
}

/** Opens every fold, and adds an item to every list that has none, also to those inside. */
export async function unfold(form: HTMLFormElement): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    // What is in a fold is drawn when it opens, and may hold folds itself.
    const closed = [...form.querySelectorAll('details:not([open])')];
    for (const fold of closed) await act(async () => fold.querySelector('summary')?.click());
    const empty = [...form.querySelectorAll('[data-kind="list"]')].filter((list) => list.querySelector('li') === null);
    if (closed.length === 0 && empty.length === 0) return;
    for (const list of empty) await act(async () => addButtonOf(list).click());
  }
}

function addButtonOf(list: Element): HTMLElement {
  const button = list.querySelector<HTMLElement>(':scope > [data-ack-slot="list"] > [data-ack-slot="button"]');
  if (button === null) throw new Error(`A list without a button that adds an item: ${list.outerHTML.slice(0, 200)}`);
  return button;
}

/** An alternative of a choice that stands on the page: what chooses it, and a name of its own. */
export interface Alternative {
  key: string;
  choice: Element;
  choose: () => Promise<void>;
}

export function alternativesOf(form: HTMLFormElement): Alternative[] {
  return [...form.querySelectorAll('[data-kind="choice"]')].flatMap((choice) => {
    const own = <T extends Element>(selector: string) =>
      [...choice.querySelectorAll<T>(selector)].filter((one) => one.closest('[data-kind="choice"]') === choice);
    const cards = own<HTMLInputElement>(':scope > [role="radiogroup"] input[type="radio"]').map((radio) => ({
      key: radio.id,
      choice,
      choose: async () => act(async () => radio.click()),
    }));
    const options = own<HTMLSelectElement>(':scope > [data-ack-slot="select-group"] > select').flatMap((select) =>
      [...select.options].map(({ value }) => ({ key: `${select.id}-${value}`, choice, choose: () => pickOption(select, value) })),
    );
    return [...cards, ...options];
  });
}

async function pickOption(select: HTMLSelectElement, value: string): Promise<void> {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const isShown = (element: HTMLElement) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.matches(':disabled');

/** What a person can use in the form. Of radio buttons of one name Tab reaches one, and arrow keys the others. */
export function controlsOf(form: HTMLFormElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>('input, select, textarea, button, summary, a[href]')].filter(isShown);
  return all.filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio') || element === tabStopOf(element, all));
}

function tabStopOf(radio: HTMLInputElement, all: readonly HTMLElement[]) {
  const group = all.filter((other) => other instanceof HTMLInputElement && other.type === 'radio' && other.name === radio.name);
  return group.find((other) => other instanceof HTMLInputElement && other.checked) ?? group[0];
}

/** Whether words name a control: its label, or those that it points at. A placeholder or a title is not enough. */
export function isNamed(control: HTMLElement): boolean {
  const said = control.getAttribute('aria-label') ?? textOfIds(control, 'aria-labelledby').join(' ');
  if (said.trim() !== '') return true;
  const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement;
  const labels = isField ? [...(control.labels ?? [])] : [control];
  return labels.some(({ textContent }) => textContent.trim() !== '');
}

/** The texts of the elements that an attribute names by id; an id that names nothing gives nothing. */
export const textOfIds = (element: Element, attribute: string): string[] =>
  (element.getAttribute(attribute) ?? '').split(/\s+/).flatMap((id) => (id === '' ? [] : [document.getElementById(id)?.textContent ?? '']));
