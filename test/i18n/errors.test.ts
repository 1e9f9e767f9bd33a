import { describe, expect, it } from 'vitest';
import { type ConnectErrorCode, ERROR_CODES, isConnectErrorCode } from '../../src/core/index.js';
import { type ErrorWords, en } from '../../src/i18n/index.js';

const codes = Object.keys(ERROR_CODES).filter(isConnectErrorCode);
const contexts = [
  {},
  { typed: true },
  { only: true },
  { only: true, app: 'Fernway' },
  { service: 'HubSpot' },
  { app: 'Fernway' },
  { service: 'HubSpot', app: 'Fernway' },
];

/** The codes and words, of every code and whoever is known, that a test of them does not hold for. */
const failing = (holds: (words: ErrorWords) => boolean) =>
  codes.flatMap((code) => contexts.map((context) => ({ code, ...en.errors[code](context) }))).filter((words) => !holds(words));

describe('the words of failures', () => {
  it('are there for every code and for no other', () => {
    expect(Object.keys(en.errors).toSorted()).toEqual(codes.toSorted());
  });

  it('are a title, full sentences and a label, whoever is known', () => {
    expect(failing(({ title, text, action }) => /^[A-Z][^.!?]*$/.test(title) && /^[A-Z].*\.$/.test(text) && /^[A-Z][a-z ]+$/.test(action))).toEqual([]);
  });

  it('say nothing of a missing name, of our machinery, or of blame', () => {
    const unspeakable = /undefined|null|NaN|\[object|Oops|[Ee]rror|token|upstream|Airbyte|HTTP|\b[45]\d\d\b|_|!/;
    expect(failing(({ title, text, action }) => !unspeakable.test(`${title} ${text} ${action}`))).toEqual([]);
  });

  it('offer an act, not an acknowledgement', () => {
    expect(failing(({ action }) => !/^(ok|submit|next|got it)$/i.test(action))).toEqual([]);
  });

  it('say when to try again, where that is known', () => {
    expect(en.errors.rate_limited({ retryAfter: 29.2 }).text).toBe('Nothing was changed. Try again in 30 seconds.');
    expect(en.errors.rate_limited({ retryAfter: 120 }).text).toBe('Nothing was changed. Try again in 120 seconds.');
    expect(en.errors.rate_limited({ retryAfter: 3600 }).text).toBe('Nothing was changed. Try again in 60 minutes.');
    expect(en.errors.rate_limited({}).text).toBe('Nothing was changed. Try again later.');
  });

  it.each([
    ['of the flow', en.flow.failed.againIn],
    ['of the list', en.manager.retryIn],
    ['of the playground', en.playground.retryIn],
  ])('count minutes where a wait is long, also on the button %s', (_, label) => {
    expect([1, 120, 121, 3600].map(label)).toEqual(['1 sec', '120 sec', '3 min', '60 min'].map((time) => expect.stringMatching(`again in ${time}$`)));
  });

  it('name the service where it is the one that did something', () => {
    const itsDoing: ConnectErrorCode[] = [
      'credentials_refused',
      'refused_connector_left',
      'upstream_unavailable',
      'timeout',
      'rate_limited',
      'oauth_denied',
      'oauth_failed',
    ];
    const told = itsDoing.map((code) => en.errors[code]({ service: 'HubSpot' }));
    expect(told.filter(({ title, text }) => !`${title} ${text}`.includes('HubSpot'))).toEqual([]);
  });

  it('name the application where the service had no part in it', () => {
    const told = (app?: string) =>
      (['upstream_unavailable', 'upstream_invalid', 'timeout', 'rate_limited'] as const).map(
        (code) => en.errors[code]({ service: 'HubSpot', app, ofApp: true }).title,
      );
    expect(told('Fernway')).toEqual([
      'Fernway is not answering',
      'Fernway is not answering',
      'Fernway took too long to answer',
      'Fernway limits how often it can be asked',
    ]);
    expect(told()[0]).toBe('The server behind this page is not answering');
  });

  it('name the application where what stands before its backend answers, blame neither the service nor the network, and say what was kept', () => {
    const told = (typed: boolean) => en.errors.backend_unavailable({ service: 'HubSpot', app: 'Fernway', typed });
    expect(told(false)).toEqual({ title: 'Fernway is not answering', text: 'Nothing was lost. Try again in a moment.', action: 'Try again' });
    expect(told(true).text).toBe('It may have been saved. What you typed is still in the form. Try again in a moment.');
    expect(en.errors.backend_unavailable({}).title).toBe('The server behind this page is not answering');
  });

  it.each(['upstream_unavailable', 'upstream_invalid', 'internal'] as const)('do not call unsaved what was sent and of which nobody knows: %s', (code) => {
    expect(en.errors[code]({ typed: true }).text).toMatch(/^It may have been saved\. What you typed is still in the form\. Try again/);
    expect(en.errors[code]({ typed: true, forgotten: true }).text).toMatch(/^It may have been saved\. Try again/);
    expect(en.errors[code]({}).text).toMatch(/^Nothing was changed\. Try again/);
  });

  it('name whom to ask where nobody knows what came of it, since not every page has a list', () => {
    expect(en.errors.create_unclear({ app: 'Fernway' }).text).toBe('Look at your connected services, or ask the people who run Fernway, before you try again.');
  });

  it('of a time that ran out say that something may still happen only where something was asked for', () => {
    const told = (context: object) => en.errors.timeout({ service: 'HubSpot', ...context });
    expect(told({})).toEqual({
      title: 'HubSpot took too long to answer',
      text: 'Nothing was changed. Try again in a moment.',
      action: 'Try again',
    });
    const text = 'It may still go through: look at your connected services before you try again.';
    expect([told({ typed: true }), told({ signedIn: true })]).toMatchObject([{ text }, { text }]);
  });

  it.each(['definition_not_found', 'definition_not_enabled'] as const)('offer another choice only where there is one: %s', (code) => {
    expect(en.errors[code]({}).text).toMatch(/Choose another/);
    expect(en.errors[code]({ only: true }).text).toMatch(/^Nothing was \w+\. Please tell the people who run this page if you need it\.$/);
    expect(en.errors[code]({ only: true, app: 'Fernway' }).text).toContain('the people who run Fernway');
  });
});
