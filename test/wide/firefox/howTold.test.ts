import { describe } from 'vitest';
import { useDemo } from '../../e2e/harness.js';
import { describeHowTold } from '../../e2e/howTold.js';
import { firefoxPath, launchFirefox } from './launchFirefox.js';

describe.skipIf(firefoxPath === null)('in Firefox (needs Firefox)', () => {
  describeHowTold(useDemo({ launch: launchFirefox }));
});
