import { describe, expect, it } from 'vitest';
import { routeOf } from '../../src/server/basePath.js';

describe('routeOf', () => {
  it.each([
    ['/api/airbyte/connectors', '/connectors'],
    ['/api/airbyte/connectors/', '/connectors'],
    ['/api/airbyte', '/'],
    ['/connectors', '/connectors'],
    ['/airbyte/connectors/1', '/connectors/1'],
    ['/shop/api/airbyte/connectors', '/connectors'],
    ['/api/airbytes/connectors', '/api/airbytes/connectors'],
    ['/', '/'],
  ])('finds the route of %s', (path, route) => {
    expect(routeOf(path, '/api/airbyte')).toBe(route);
  });

  it('takes a base path with a slash at its end, and none at all', () => {
    expect(routeOf('/x/token', '/x/')).toBe('/token');
    expect(routeOf('/token/', '/')).toBe('/token');
    expect(routeOf('/token', '')).toBe('/token');
  });
});
