import { generic } from './generic.js';
import { hubspot } from './hubspot.js';
import type { PagingQuirks, ServiceModel } from './service.js';
import { stripe } from './stripe.js';
import { zendeskSupport } from './zendeskSupport.js';

const MODELS: Readonly<Record<string, ServiceModel>> = { hubspot, stripe, 'zendesk-support': zendeskSupport };

/** What the facts note of a service and the catalogue does not carry. */
const QUIRKS: Readonly<Record<string, PagingQuirks>> = {
  confluence: { relativeUrls: true },
  'facebook-marketing': { cursorOnLastPage: true },
};

/** How the service of a definition behaves. */
export function serviceOf(slug: string): ServiceModel {
  const quirks = QUIRKS[slug];
  const model = MODELS[slug] ?? generic;
  return quirks ? { ...model, quirks } : model;
}

export type { DownloadedFile, PagingQuirks, ServiceModel } from './service.js';
