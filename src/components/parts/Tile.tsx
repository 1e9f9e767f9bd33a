'use client';
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react';
import { slotProps } from '../../internal/index.js';

export interface TileProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Of the service, or of the host: its first letter is shown where there is no logo. */
  name: string;
  /** An https address of a logo. One that does not load leaves the letter. @default null */
  iconUrl?: string | null | undefined;
  /** 24, 36 or 56 px. @default 'md' */
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** The host's own tile: ink on paper. @default false */
  host?: boolean | undefined;
}

const TINTS = 6;
/** A page's own addresses, whose colons stand behind the first `/`, `?` or `#`, and those that can only be a picture. */
const PICTURE = /^(?!$)(?:https?:|blob:|data:image\/|[^:/?#]*(?:[/?#]|$))/i;
/** What a name is known by: its first letter with the mark on it, digit or picture. What has no shape of its own is none. */
const LETTER = /[\p{L}\p{N}\p{Extended_Pictographic}]\p{M}?/u;
/** Of a name that has none of these: its first sign. */
const SIGN = /[\p{P}\p{S}]/u;

/** The sign of a service, a `<span>`. Its name stands beside it, so it is silent. */
export const Tile = forwardRef<HTMLSpanElement, TileProps>(function Tile({ name, iconUrl = null, size = 'md', host = false, className, ...native }, ref) {
  const [failed, setFailed] = useState<string | null>(null);
  const logo = iconUrl === null || iconUrl === failed || !PICTURE.test(iconUrl) ? null : iconUrl;
  const fail = () => setFailed(iconUrl);
  return (
    <span
      {...native}
      {...slotProps('tile', className)}
      ref={ref}
      data-size={size === 'md' ? undefined : size}
      data-tint={host ? undefined : tintOf(name)}
      data-host={host ? '' : undefined}
      aria-hidden="true"
    >
      {logo === null ? (
        ((LETTER.exec(name) ?? SIGN.exec(name))?.[0] ?? '').toUpperCase()
      ) : (
        <img data-ack-slot="tile-logo" src={logo} alt="" loading="lazy" referrerPolicy="no-referrer" onError={fail} />
      )}
    </span>
  );
});

/** The same service has the same hue everywhere. */
function tintOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return (sum % TINTS) + 1;
}
