import { expect, it } from 'vitest';
import { errorKey } from '../../src/form/index.js';

it.each([
  [['credentials', 'api_key'], 'credentials.api_key'],
  [['hosts', 0], 'hosts.0'],
  [['my key'], 'my key'],
  [['a.b'], 'a\\.b'],
  [['a\\', 'b'], 'a\\\\.b'],
  [[], ''],
])('an error of %j stands under %j', (path, key) => {
  expect(errorKey(path)).toBe(key);
});
