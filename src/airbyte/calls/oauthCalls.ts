import * as z from 'zod/mini';
import { type CallOptions, ConnectError } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';
import { isSecureUrl } from '../secureUrl.js';
import type { CreateCall } from './connectorCalls.js';

const initiateAnswer = z.object({ consent_url: z.string() });

/** Asks for a consent URL. @throws {ConnectError} `definition_not_enabled`, `invalid_input`, `consent_url_refused` */
export async function initiateConsent(caller: AirbyteCaller, { workspaceName, body, paths }: CreateCall, { signal }: CallOptions = {}): Promise<string> {
  const answer = await caller.call(
    { method: 'POST', host: 'agent', path: '/api/v1/integrations/connectors/oauth/initiate', body, signal },
    { workspaceName },
    { call: 'initiate', paths },
  );
  return safeConsentUrl(parseAnswer(initiateAnswer, answer).consent_url);
}

/** The URL, if it is one that may be opened: https, or http on loopback. @throws {ConnectError} `consent_url_refused` */
function safeConsentUrl(url: string): string {
  if (isSecureUrl(url)) return url;
  throw new ConnectError('consent_url_refused', 'Airbyte answered a consent URL that is neither https nor on loopback. It is not opened.');
}
