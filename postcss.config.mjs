import { readFileSync } from 'node:fs';
import { scopeStyles } from './scripts/lib/scopeStyles.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default { plugins: [scopeStyles({ version })] };
