import { type Context, Hono } from 'hono';
import type { FaultRules } from '../faults.js';
import type { ConsentSession } from '../state.js';
import type { World } from '../world.js';
import { consentPage, messagePage } from './consentPage.js';
import { decide } from './decide.js';

/** How the consent page behaves: `coop` cuts the opener off, as some services do; `stall` never answers. */
export type ConsentMode = 'plain' | 'coop' | 'stall';

/** The consent page, an app of its own so that it can be another site. */
export function createConsentApp({ world, faults, mode }: { world: World; faults: FaultRules; mode: () => ConsentMode }): Hono {
  const app = new Hono({ strict: false });
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    context.header('referrer-policy', 'no-referrer');
    if (modeOf(context, mode) === 'coop') context.header('cross-origin-opener-policy', 'same-origin');
  });
  app.get('*', (context) => {
    const session = sessionOf(context, world);
    if (!session) return context.html(messagePage('Unknown sign-in', 'There is no sign-in under this address. Start again from the app.'), 404);
    const automatic = faults.takeConsent();
    if (automatic === 'expire') session.expiresAt = world.now();
    if (automatic) return context.redirect(decide(world, session, automatic === 'deny' ? 'deny' : 'approve'));
    return context.html(consentPage(session.definition.name));
  });
  app.post('*', async (context) => {
    const session = sessionOf(context, world);
    const { decision } = await context.req.parseBody();
    if (!session || (decision !== 'approve' && decision !== 'deny')) return context.html(messagePage('Unknown sign-in', 'There is no such sign-in.'), 404);
    if (modeOf(context, mode) === 'stall') return context.html(messagePage('One moment', `${session.definition.name} is taking its time.`));
    return context.redirect(decide(world, session, decision));
  });
  return app;
}

const sessionOf = (context: Context, world: World): ConsentSession | undefined => world.state.sessions.get(context.req.query('session') ?? '');

function modeOf(context: Context, fallback: () => ConsentMode): ConsentMode {
  const asked = context.req.query('mode');
  return asked === 'coop' || asked === 'stall' || asked === 'plain' ? asked : fallback();
}
