import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AirbyteProvider, Connect, ConnectButton, Connectors, OAuthCallbackPage } from '../../src/blocks/index.js';

describe('on a server', () => {
  it('the button is there with its words, and nothing of the flow', () => {
    const html = renderToString(
      <AirbyteProvider>
        <ConnectButton definition="hubspot">Connect HubSpot</ConnectButton>
      </AirbyteProvider>,
    );
    expect(html).toMatch(/^<button[^>]*>.*Connect HubSpot.*<\/button>$/s);
    expect(html).not.toContain('<dialog');
  });

  it.each([
    ['Connect', <Connect key="1" />, '<section'],
    ['Connectors', <Connectors key="2" />, '<section'],
    ['OAuthCallbackPage', <OAuthCallbackPage key="3" />, '<main'],
  ])('%s renders where it stands', (_, block, start) => {
    expect(renderToString(<AirbyteProvider>{block}</AirbyteProvider>)).toContain(start);
  });
});
