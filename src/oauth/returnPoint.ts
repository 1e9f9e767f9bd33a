import type { ConnectorValues } from '../core/definition.js';
import { isJsonObject } from '../core/json.js';
import { at } from './at.js';
import { RETURNED_KEY, tabStorage } from './returned.js';

/** How long a page waits for the person to come back from the same tab's redirect, in milliseconds. */
const KEPT_MS = 15 * 60_000;
const pointKey = (attemptId: string) => `ack:${attemptId}`;

/** Where to go on after a sign-in in the same tab. It never holds a secret. */
export interface ReturnPoint {
  attemptId: string;
  /** Definition id. */
  definition: string;
  /** Key of the method. */
  method: string;
  /** A path of this origin, with query and fragment. */
  returnUrl: string;
  /** Where the flow was drawn: it goes on there. */
  surface: 'dialog' | 'inline';
  /** Fields known not to be secret, so that the form can show them again. */
  values: ConnectorValues;
}

export interface ReturnPointOptions {
  /** Null where the browser offers none: then nothing is noted. @default sessionStorage */
  storage?: Storage | null | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/** Notes where to go on, before the tab leaves for the consent page. Kept for 15 minutes, in this tab only. */
export function saveReturn(point: ReturnPoint, { storage = tabStorage(), now = Date.now }: ReturnPointOptions = {}): void {
  storage?.setItem(pointKey(point.attemptId), JSON.stringify({ ...point, expiresAt: now() + KEPT_MS }));
}

/** Forgets a noted return: the sign-in goes on in a window after all. */
export function dropReturn(attemptId: string, { storage = tabStorage() }: ReturnPointOptions = {}): void {
  storage?.removeItem(pointKey(attemptId));
}

/** On the callback page: takes the return point out of storage, leaves it for the page it leads to, and tells that page's path. Null when this tab noted none. */
export function passReturn(attemptId: string, { storage = tabStorage(), now = Date.now }: ReturnPointOptions = {}): string | null {
  const text = take(storage, pointKey(attemptId));
  const url = timely(parse(text), now());
  if (url !== null && text !== null) storage?.setItem(RETURNED_KEY, text);
  return url;
}

export interface TakeReturnOptions extends ReturnPointOptions {
  /** The path of this page: a return to another one is left alone. @default location.pathname */
  path?: string | undefined;
  /** Only a return to a flow that was drawn so. @default any */
  surface?: ReturnPoint['surface'] | undefined;
}

/** On the page the person came back to: what to go on with, once. */
export function takeReturn({ path = location.pathname, surface, ...options }: TakeReturnOptions = {}): ReturnPoint | null {
  const { storage = tabStorage() } = options;
  const point = read(storage?.getItem(RETURNED_KEY) ?? null, options);
  if (point !== null && (pathOf(point.returnUrl) !== path || point.surface !== (surface ?? point.surface))) return null;
  storage?.removeItem(RETURNED_KEY);
  return point;
}

function take(storage: Storage | null, key: string): string | null {
  const text = storage?.getItem(key) ?? null;
  storage?.removeItem(key);
  return text;
}

function read(text: string | null, { now = Date.now }: ReturnPointOptions): ReturnPoint | null {
  const point = parse(text);
  if (!isReturnPoint(point) || timely(point, now()) === null) return null;
  const { attemptId, definition, method, returnUrl, surface, values } = point;
  return { attemptId, definition, method, returnUrl, surface, values };
}

/** The path of what is not yet too old, when it is one of this origin. */
function timely(point: unknown, now: number): string | null {
  const expiresAt = at(point, 'expiresAt');
  const url = at(point, 'returnUrl');
  return typeof expiresAt === 'number' && expiresAt >= now && typeof url === 'string' && isOwnPath(url) ? url : null;
}

/** Storage is open to every script of the page: what is no JSON counts as nothing. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isReturnPoint(value: unknown): value is ReturnPoint {
  const texts = ['attemptId', 'definition', 'method', 'surface'].every((key) => typeof at(value, key) === 'string');
  return texts && isJsonObject(at(value, 'values'));
}

/** As the browser would read it: `//other.example`, and a tab between the slashes, are another origin. */
const isOwnPath = (path: string) => path.startsWith('/') && URL.canParse(path, location.origin) && new URL(path, location.origin).origin === location.origin;

const pathOf = (url: string) => url.replace(/[?#].*$/s, '');
