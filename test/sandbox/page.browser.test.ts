import axe from 'axe-core';
import { expect, it } from 'vitest';
import { readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';

it('runs in a page: key, consent, and a file', async () => {
  const sandbox = createSandbox();
  const api = sandbox.connectApi({ userId: 'ada' });
  const values = new Sealed({ environment: { subdomain: 'acme' }, credentials: { email: 'ada@example.com', api_token: 't' } });
  const { id } = await api.createConnector({ definition: 'zendesk-support', method: 'zendeskAPIToken', values });
  const file = await api.execute({ connectorId: id, entity: 'attachments', action: 'download', params: { attachment_id: 7_000_002 } });
  expect(file.type === 'file' && [file.filename, file.blob.size > 0]).toEqual(['attachment-7000002.html', true]);
  const { attemptId, consentUrl } = await api.startAttempt({ definition: 'hubspot', method: 'oauth2', values: new Sealed({}) });
  const { state, params, cleanUrl } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
  expect(cleanUrl).toBe(`${location.origin}/ack-callback.html`);
  expect(await api.completeAttempt({ attemptId, state: state ?? '', params })).toMatchObject({ status: 'connected' });
  expect(sandbox.connectors('ada')).toHaveLength(2);
});

it('shows a consent page without a violation of axe', async () => {
  const sandbox = createSandbox();
  const { consentUrl } = await sandbox.connectApi({ userId: 'ada' }).startAttempt({ definition: 'hubspot', method: 'oauth2', values: new Sealed({}) });
  const html = await (await sandbox.consentFetch(new Request(consentUrl))).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.querySelectorAll('style, main'));
  const { violations } = await axe.run(document.body);
  expect(violations).toEqual([]);
  document.body.replaceChildren();
});
