import { generic } from './generic.js';
import { hubspot } from './hubspot.js';
import type { ServiceModel } from './service.js';
import { stripe } from './stripe.js';
import { zendeskSupport } from './zendeskSupport.js';

const MODELS: Readonly<Record<string, ServiceModel>> = { hubspot, stripe, 'zendesk-support': zendeskSupport };

/** How the service of a definition behaves. */
export const serviceOf = (slug: string): ServiceModel => MODELS[slug] ?? generic;

export type { DownloadedFile, ServiceModel } from './service.js';
