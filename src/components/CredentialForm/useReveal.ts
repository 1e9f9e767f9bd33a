'use client';
import { type FocusEvent, useState } from 'react';

/** Whether a secret is shown. It is hidden again when focus leaves the group of its box and buttons, to which `group` belongs. */
export function useReveal() {
  const [shown, setShown] = useState(false);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setShown(false);
  };
  return { shown, setShown, group: { onBlur } };
}
