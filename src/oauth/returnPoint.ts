import type { ConnectorValues } from '../core/definition.js';
import { isJsonObject } from '../core/json.js';
import { at, textAt } from './at.js';
import { readParams } from './readCallbackMessage.js';
import type { RelayedCallback } from './relayedParams.js';
import { RETURN_PREFIX, RETURNED_KEY, tabStorage } from './returned.js';

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
  /** False: the flow began with this definition, and has no picker to go back to. @default true */
  hasPicker?: boolean | undefined;
  /** The connector that is authorised again. */
  reconnects?: { id: string; name: string } | undefined;
  /** Of a backend on another site: the page that is led back to completes with it, once. */
  ticket?: string | undefined;
  /** What the callback page read, where there is a ticket: only with both can the attempt be completed. */
  callback?: RelayedCallback | undefined;
}

export interface ReturnPointOptions {
  /** Null where the browser offers none: then nothing is noted. @default sessionStorage */
  storage?: Storage | null | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined;
}

/** Notes where to go on, before the tab leaves for the consent page. Kept for 15 minutes, in this tab only. False: it could not be noted. */
export function saveReturn(point: ReturnPoint, { storage = tabStorage(), now = Date.now }: ReturnPointOptions = {}): boolean {
  try {
    storage?.setItem(pointKey(point.attemptId), JSON.stringify({ ...point, expiresAt: now() + KEPT_MS }));
    return storage !== null;
  } catch {
    return false; // Full: the caller has another way than to leave the page.
  }
}

/** Forgets a noted return: the sign-in goes on in a window after all. False: none was noted any more. */
export function dropReturn(attemptId: string, { storage = tabStorage() }: ReturnPointOptions = {}): boolean {
  const noted = (storage?.getItem(pointKey(attemptId)) ?? null) !== null;
  storage?.removeItem(pointKey(attemptId));
  return noted;
}

/**
 * Forgets what a tab noted that came back by another way than the callback page: what is too old, and every ticket. A return that leads to
 * another page than this one keeps nothing with which an attempt can be completed: whoever is led there takes it at once.
 */
export function dropStale({ storage = tabStorage(), now = Date.now, path = location.pathname }: Omit<TakeReturnOptions, 'surface'> = {}): void {
  for (const key of returnKeys(storage)) {
    const point = parse(storage?.getItem(key) ?? null);
    const returnUrl = timely(point, now());
    const isBack = key === RETURNED_KEY;
    if (returnUrl === undefined || (!isBack && textAt(point, 'ticket') !== undefined)) storage?.removeItem(key);
    else if (isBack && pathOf(returnUrl) !== path) storage?.setItem(key, JSON.stringify({ ...Object(point), ticket: undefined, callback: undefined }));
  }
}

/**
 * On the callback page: takes the return point out of storage and leaves it for the page it leads to, whose path is `returnTo`: none when
 * this tab noted none. `holds`: that page completes the attempt, with what this one has read.
 */
export function passReturn(attemptId: string, callback: RelayedCallback): { returnTo?: string | undefined; holds?: boolean } {
  try {
    const key = pointKey(attemptId);
    const point: unknown = JSON.parse(sessionStorage.getItem(key) ?? '');
    sessionStorage.removeItem(key);
    const returnTo = timely(point, Date.now());
    const holds = Boolean(textAt(point, 'ticket'));
    if (returnTo) sessionStorage.setItem(RETURNED_KEY, JSON.stringify({ ...Object(point), ...(holds && { callback }) }));
    return { returnTo, holds };
  } catch {
    return {}; // Nothing noted, something that we did not note, or no storage: the sign-in ends on this page.
  }
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

/**
 * What this tab was left for and not led back from by a callback page: the handler's own callback leads back without a word. It stays noted;
 * of several the latest. None of a backend on another site, whose sign-ins only a callback page can complete.
 */
export function notedReturn({ path = location.pathname, surface, ...options }: TakeReturnOptions = {}): ReturnPoint | null {
  const { storage = tabStorage() } = options;
  const noted = returnKeys(storage).flatMap((key) => {
    const text = key === RETURNED_KEY ? null : (storage?.getItem(key) ?? null);
    const point = read(text, options);
    return point === null ? [] : [{ point, expiresAt: Number(at(parse(text), 'expiresAt')) }];
  });
  const here = noted.filter(({ point }) => point.ticket === undefined && pathOf(point.returnUrl) === path && point.surface === (surface ?? point.surface));
  return here.sort((one, other) => other.expiresAt - one.expiresAt)[0]?.point ?? null;
}

const returnKeys = (storage: Storage | null): string[] => Object.keys(storage ?? {}).filter((key) => key.startsWith(RETURN_PREFIX));

function read(text: string | null, { now = Date.now }: ReturnPointOptions): ReturnPoint | null {
  const point = parse(text);
  if (!isReturnPoint(point) || timely(point, now()) === undefined) return null;
  const { attemptId, definition, method, returnUrl, surface, values } = point;
  return { attemptId, definition, method, returnUrl, surface, values, ...readRest(point) };
}

/** The parts that not every sign-in has. */
function readRest(point: unknown): Pick<ReturnPoint, 'hasPicker' | 'reconnects' | 'ticket' | 'callback'> {
  const [id, name] = [textAt(at(point, 'reconnects'), 'id'), textAt(at(point, 'reconnects'), 'name')];
  const [ticket, state] = [textAt(point, 'ticket'), textAt(at(point, 'callback'), 'state')];
  return {
    ...(at(point, 'hasPicker') === false ? { hasPicker: false } : {}),
    ...(id === undefined || name === undefined ? {} : { reconnects: { id, name } }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(state === undefined ? {} : { callback: { state, params: readParams(at(at(point, 'callback'), 'params')) } }),
  };
}

/** The path of what is not yet too old, when it is one of this origin. */
function timely(point: unknown, now: number): string | undefined {
  const url = textAt(point, 'returnUrl') ?? '';
  return Number(at(point, 'expiresAt')) >= now && isOwnPath(url) ? url : undefined;
}

/** Storage is open to every script of the page: what is no JSON counts as nothing. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

function isReturnPoint(value: unknown): value is ReturnPoint {
  const texts = ['attemptId', 'definition', 'method', 'surface'].every((key) => typeof at(value, key) === 'string');
  return texts && isJsonObject(at(value, 'values'));
}

/** As the browser would read it: `//other.example`, and a backslash or a tab for the second slash, are another origin. */
const isOwnPath = (path: string) => /^\/(?![/\\\s])/.test(path);

const pathOf = (url: string) => url.replace(/[?#].*$/s, '');
