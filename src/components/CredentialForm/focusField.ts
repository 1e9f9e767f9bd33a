/** The id of the control of one field. */
export const controlId = (formId: string, key: string): string => `${formId}-${key}`;

/** Moves focus to a control, and opens the folds above it. */
export function focusField(form: HTMLFormElement | null, formId: string, key: string): void {
  const control = form?.querySelector<HTMLElement>(`[id="${CSS.escape(controlId(formId, key))}"]`);
  for (let fold = control?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  control?.focus();
}
