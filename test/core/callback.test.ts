import { describe, expect, it } from 'vitest';
import { callbackUrlWithState, publicAttemptId, readCallbackAddress } from '../../src/core/index.js';

const attemptId = 'attempt-0123456789';
const state = `${attemptId}.${'r'.repeat(43)}`;

describe('the callback address', () => {
  it('is read, and cleaned of the kit’s and Airbyte’s parameters only', () => {
    const read = readCallbackAddress(`https://app.example.com/connected?tab=2&ack_state=${state}&secret_id=s1&connector_id=c1#top`);
    expect(read).toMatchObject({ state, attemptId, cleanUrl: 'https://app.example.com/connected?tab=2#top' });
    expect(read.params).toMatchObject({ secret_id: 's1', connector_id: 'c1' });
  });

  it('carries an error without its description, which leaves the address all the same', () => {
    const { params, cleanUrl } = readCallbackAddress(`https://a.example/?ack_state=${state}&error=access_denied&error_description=no`);
    expect(params).toEqual({ error: 'access_denied' });
    expect(cleanUrl).toBe('https://a.example/');
  });

  it('takes the first value that is not empty', () => {
    expect(readCallbackAddress('https://a.example/?secret_id=&secret_id=s1&secret_id=s2').params.secret_id).toBe('s1');
  });

  it.each([
    '',
    'short.x',
    `${attemptId}.${'r'.repeat(42)}`,
    `${attemptId}.${'r'.repeat(44)}`,
    `${attemptId}${'r'.repeat(43)}`,
    `${attemptId}.${'/'.repeat(43)}`,
  ])('has no state in %j', (malformed) => {
    expect(readCallbackAddress(`https://a.example/?ack_state=${encodeURIComponent(malformed)}`)).toMatchObject({ state: null, attemptId: null });
  });

  it('shows only the part of the state before the dot', () => {
    expect(publicAttemptId(state)).toBe(attemptId);
  });

  it('is the host’s own with the state added', () => {
    expect(callbackUrlWithState('https://a.example/connected?tab=2', state)).toBe(`https://a.example/connected?tab=2&ack_state=${state}`);
  });
});
