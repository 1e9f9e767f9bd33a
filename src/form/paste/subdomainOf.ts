import { patternOf } from '../patternSafety.js';
import type { FormField } from '../types.js';
import { keyWordsOf, nameOf } from './fieldWords.js';

/** Hosts under which every customer signs in: their first label names nobody. */
const SHARED = /^(?:app|api|admin|login|signin|my|accounts?|console|dashboard|secure|support|help|docs|go|id)$/i;
const SUBDOMAIN = /\bsub[ -]?domain\b/;
const TENANT = /^(?:shop|store|workspace|site|account|tenant|instance|company|organi[sz]ation)(?: name)?$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** The subdomain of a pasted address, where the field wants just that; null where either is not certain. */
export function subdomainOf(text: string, field: FormField): string | null {
  if (!wantsSubdomain(field)) return null;
  const host = hostOf(text);
  if (host === null) return null;
  const labels = host.replace(/^www\./, '').split('.');
  const [first = ''] = labels;
  const fits = patternOf(field.schema.pattern)?.test(first) ?? true;
  return labels.length > ownerLabels(labels) && LABEL.test(first) && !SHARED.test(first) && fits ? first : null;
}

/** It says so, or it names a tenant and has a pattern that takes a plain name and no address. Where an example is an address, it wants one. */
function wantsSubdomain(field: FormField): boolean {
  if (field.kind !== 'text' || field.inputType !== 'text') return false;
  if (field.examples.some((example) => /[./]/.test(example))) return false;
  const pattern = patternOf(field.schema.pattern);
  if (pattern?.test('acme.example.com') === true || pattern?.test('https://acme.example.com') === true) return false;
  if (SUBDOMAIN.test(nameOf(field))) return true;
  return TENANT.test(keyWordsOf(field).trim()) && (pattern?.test('acme') === true || SUBDOMAIN.test((field.help ?? '').toLowerCase()));
}

function hostOf(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (/[\s@]/.test(text) || !text.includes('.') || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return /^[\d.]+$|^\[/.test(hostname) ? null : hostname;
}

/** How many labels the service's own domain has: two, or three under a country's second level (`example.co.uk`). */
function ownerLabels(labels: readonly string[]): number {
  const [second = '', top = ''] = labels.slice(-2);
  return top.length === 2 && second.length <= 3 ? 3 : 2;
}
