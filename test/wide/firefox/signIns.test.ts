import { describe } from 'vitest';
import { useDemo } from '../../e2e/harness.js';
import { describeSignIns } from '../../e2e/signInList.js';
import { firefoxPath, launchFirefox } from './launchFirefox.js';

describe.skipIf(firefoxPath === null)('in Firefox (needs Firefox)', () => {
  describeSignIns(useDemo({ launch: launchFirefox }));
});
