import { type Browser, firefox } from 'playwright';
import { findFirefox } from '../../../scripts/findFirefox.mjs';

/** Null without a Firefox on this machine: tests name it and are skipped. */
export const firefoxPath = await findFirefox({ install: false });

/** The channel is the one that drives a stock Firefox, not Playwright’s own build of it. */
export function launchFirefox(): Promise<Browser> {
  if (firefoxPath === null) throw new Error('There is no Firefox to launch.');
  return firefox.launch({ executablePath: firefoxPath, channel: 'moz-firefox' });
}
