const FOCUSABLE = 'input, select, textarea, button';

/** The id of the control of one field. Blanks are written in another way: `aria-describedby` and its like hold several ids between blanks. */
export const controlId = (formId: string, key: string): string => `${formId}-${key.replace(/[\s~]/g, (mark) => `~${mark.codePointAt(0)?.toString(16)}~`)}`;

const controlOf = (form: HTMLFormElement | null, formId: string, key: string) =>
  form?.querySelector<HTMLElement>(`[id="${CSS.escape(controlId(formId, key))}"]`);

/** Focuses the first control of a form that is in no closed fold. The button of a long help text may stand before it and is none. */
export function focusFirst(form: HTMLFormElement | null, formId: string): void {
  const isControl = (element: HTMLElement) => element.closest(`[id^="${CSS.escape(formId)}-"]`) !== null && !element.matches('[aria-expanded]');
  const first = [...(form?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find(
    (element) => isControl(element) && element.closest('details:not([open])') === null,
  );
  focusInside(first?.closest<HTMLElement>('[role="radiogroup"]') ?? first);
}

/** Moves focus to a control, or to the first one of a group, and opens the folds above it. */
export function focusField(form: HTMLFormElement | null, formId: string, key: string): void {
  const element = controlOf(form, formId, key);
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  focusInside(element);
}

/** Focuses an element if it takes focus, else the first control in it; of radio buttons the checked one. */
export function focusInside(element: HTMLElement | null | undefined): void {
  const first = element?.matches(FOCUSABLE) ? element : element?.querySelector<HTMLElement>(FOCUSABLE);
  const checked = first instanceof HTMLInputElement && first.type === 'radio' && element?.querySelector<HTMLElement>('input[type="radio"]:checked');
  (checked || first)?.focus();
}
