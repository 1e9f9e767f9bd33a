import * as z from 'zod/mini';
import type { CallOptions } from '../../core/index.js';
import { type AirbyteCaller, parseAnswer } from '../call.js';
import { safeConsentUrl } from '../safeConsentUrl.js';
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
