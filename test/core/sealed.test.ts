import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Sealed } from '../../src/core/index.js';

const secret = new Sealed({ api_key: 'rk_live_marked' });

it('shows nothing of its value to serialisation, inspection, spreading or concatenation', () => {
  const views = [
    JSON.stringify({ secret }),
    inspect(secret, { depth: 9, showHidden: true }),
    `${secret}`,
    JSON.stringify({ ...secret }),
    JSON.stringify(Object.entries(secret)),
  ];
  expect(views.join('\n')).not.toContain('rk_live_marked');
  expect(JSON.stringify({ secret })).toBe('{"secret":"[sealed]"}');
});

it('opens until it is emptied, then says what to do', () => {
  const holder = new Sealed('value');
  expect(holder.open()).toBe('value');
  holder.empty();
  expect(() => holder.open()).toThrow('Ask for the credential again');
});
