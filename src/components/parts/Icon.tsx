import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { slotProps } from '../../internal/index.js';

/** Each drawn in a box of 16, with a stroke of 1.5. */
const PATHS = {
  alert: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 5v3.5m0 2.25v.01',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  bang: 'M8 3.5v5.25m0 3v.01',
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm6 4 4 4-4 4',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5ZM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  download: 'M8 2.5v7.75M4.75 7.25 8 10.5l3.25-3.25M3 13.5h10',
  eye: 'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8ZM9.75 8a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Z',
  'eye-off': 'M3.5 4.9C2.4 6.1 1.75 8 1.75 8S4 12.25 8 12.25c1 0 1.9-.25 2.65-.65M6.3 4a6 6 0 0 1 1.7-.25c4 0 6.25 4.25 6.25 4.25s-.5 1-1.5 2.1M2.5 2.5l11 11',
  inbox: 'M2.5 9.5 4.25 3.5h7.5l1.75 6v3h-11v-3Zm0 0h3l1 1.5h3l1-1.5h3',
  info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.5V11m0-5.75v.01',
  key: 'M8 10.75a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0Zm-.8-1.95 6.05-6.05M11 5l1.75 1.75',
  lock: 'M4.75 7h6.5a1.5 1.5 0 0 1 1.5 1.5V12a1.5 1.5 0 0 1-1.5 1.5h-6.5A1.5 1.5 0 0 1 3.25 12V8.5A1.5 1.5 0 0 1 4.75 7Zm.5 0V5a2.75 2.75 0 0 1 5.5 0v2',
  minus: 'M4 8h8',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  pencil: 'm10.5 3 2.5 2.5-7.25 7.25L3 13l.25-2.75L10.5 3Z',
  play: 'M5 3.5v9l7.25-4.5L5 3.5Z',
  plug: 'M5.75 2.5v3m4.5-3v3M3.75 5.5h8.5v2.25a4.25 4.25 0 0 1-8.5 0V5.5ZM8 12v2',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.66M13 2.5v2.75h-2.75',
  search: 'M11.25 7a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0Zm-1 3.25 3 3',
  unplug: 'M6.5 2.5v2.75m3-2.75v2.75M4.75 5.25h6.5V8a3.25 3.25 0 0 1-6.5 0V5.25ZM8 11.25v2.25',
  window: 'M3.75 3h8.5A1.75 1.75 0 0 1 14 4.75v6.5A1.75 1.75 0 0 1 12.25 13h-8.5A1.75 1.75 0 0 1 2 11.25v-6.5A1.75 1.75 0 0 1 3.75 3ZM2 6h12',
  x: 'm4 4 8 8m0-8-8 8',
} as const;

export type IconName = keyof typeof PATHS;

/** Arrows and chevrons turn round in right-to-left text. */
const FLIPS: ReadonlySet<IconName> = new Set(['arrow', 'back', 'chevron']);

export interface IconProps extends Omit<ComponentPropsWithoutRef<'svg'>, 'name' | 'children'> {
  name: IconName;
}

/** A sign, an `<svg>` in the colour of its text. It carries no meaning of its own: a word stands beside it. */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon({ name, className, ...native }, ref) {
  return (
    <svg {...native} {...slotProps('icon', className)} ref={ref} data-flip={FLIPS.has(name) ? '' : undefined} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
});
