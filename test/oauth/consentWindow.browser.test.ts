import { describe, expect, it } from 'vitest';
import { openConsentWindow } from '../../src/oauth/index.js';

function fakeOpener(blocked: 'null' | 'closed' | false = false) {
  const opened: unknown[][] = [];
  const visited: string[] = [];
  const child = {
    closed: blocked === 'closed',
    document: { title: '' },
    location: { replace: (url: string) => visited.push(url) },
    focus: () => undefined,
    close: () => undefined,
  };
  const open = (...input: unknown[]) => {
    opened.push(input);
    return blocked === 'null' ? null : child;
  };
  // SAFETY: the parts of a window that opening a child touches; a test page may not open real popups.
  return { opener: { open } as unknown as Window, opened, visited, child };
}

describe('the sign-in window', () => {
  it('opens blank, named after the service, and is then led to the consent page', () => {
    const { opener, opened, visited, child } = fakeOpener();
    const handle = openConsentWindow({ title: 'HubSpot', opener });
    expect(opened).toEqual([['', '_blank', 'popup,width=600,height=720']]);
    expect(child.document.title).toBe('HubSpot');
    handle?.navigate('https://app.hubspot.com/oauth');
    expect(visited).toEqual(['https://app.hubspot.com/oauth']);
  });

  it('is never led to a script', () => {
    const { opener, visited } = fakeOpener();
    const handle = openConsentWindow({ opener });
    expect(() => handle?.navigate('javascript:alert(1)')).toThrowError(expect.objectContaining({ code: 'consent_url_refused' }));
    expect(visited).toEqual([]);
  });

  it.each(['null', 'closed'] as const)('is null when the browser blocked it (%s)', (blocked) => {
    expect(openConsentWindow({ opener: fakeOpener(blocked).opener })).toBeNull();
  });

  it('opens for real', () => {
    const handle = openConsentWindow({ title: 'HubSpot' });
    expect(handle?.closed).toBe(false);
    handle?.close();
  });
});
