'use client';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface SegmentsProps<Value extends string> {
  /** The tabs' panels are `${id}-panel-${value}`, the tabs `${id}-tab-${value}`. */
  id: string;
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
}

/** Two or three views of one thing: ARIA tabs that follow the arrows. */
export function Segments<Value extends string>({ id, label, value, options, onValueChange }: SegmentsProps<Value>): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = options.findIndex((option) => option.value === value);
    const next = options[nextIndex(event.key, at, options.length, isRtl(list.current)) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onValueChange(next.value);
    document.getElementById(tabId(id, next.value))?.focus();
  };
  return (
    <div data-ack-slot="segments" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <button
          key={option.value}
          data-ack-slot="segment"
          type="button"
          role="tab"
          id={tabId(id, option.value)}
          aria-selected={option.value === value}
          aria-controls={option.value === value ? panelId(id, option.value) : undefined}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onValueChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** What a tab's panel needs. */
export const segmentPanel = (id: string, value: string) => ({ id: panelId(id, value), role: 'tabpanel', 'aria-labelledby': tabId(id, value) }) as const;

const tabId = (id: string, value: string) => `${id}-tab-${value}`;
const panelId = (id: string, value: string) => `${id}-panel-${value}`;
const isRtl = (element: Element | null) => element !== null && getComputedStyle(element).direction === 'rtl';

function nextIndex(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  return { [forward]: (at + 1) % count, [back]: (at - 1 + count) % count, Home: 0, End: count - 1 }[key];
}
