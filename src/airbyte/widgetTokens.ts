import type { CallOptions } from '../core/index.js';
import type { TokenSource } from './patterns/pattern.js';
import { RecentMap } from './recentMap.js';
import { type OpenedToken, openWidgetToken } from './widgetToken.js';

/** As many as a server keeps tokens of. */
const LIMIT = 10_000;

/** Bearers out of widget tokens. */
export interface WidgetTokens extends TokenSource {
  opened(workspaceName: string, options?: CallOptions): Promise<OpenedToken>;
}

/** The widget tokens that a source gives, opened: each once. A bearer that is refused renews the token that it came from. */
export function createWidgetTokens(tokens: TokenSource): WidgetTokens {
  const recent = new RecentMap<{ whole: string; inner: OpenedToken }>(LIMIT);

  const widget: WidgetTokens = {
    application: (options) => tokens.application(options),
    async opened(workspaceName, options) {
      const whole = await tokens.scoped(workspaceName, options);
      const held = recent.getOrMake(workspaceName, () => ({ whole, inner: openWidgetToken(whole) }));
      return held.whole === whole ? held.inner : Object.assign(held, { whole, inner: openWidgetToken(whole) }).inner;
    },
    scoped: async (workspaceName, options) => (await widget.opened(workspaceName, options)).token,
    renew(refused) {
      tokens.renew(refused);
      for (const { whole, inner } of recent.values()) if (inner.token === refused) tokens.renew(whole);
    },
  };
  return widget;
}
