/**
 * The packages that browser tests and stories load. Named here, Vite prepares them before the first test: one that it meets later makes it
 * reload the page in the middle of a test.
 */
export const BROWSER_DEPENDENCIES = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@tanstack/react-query',
  '@testing-library/react',
  '@testing-library/user-event',
  'axe-core',
  '@storybook/react-vite',
  'storybook/test',
  'zod/mini',
  '@cfworker/json-schema',
  'fast-check',
  'virtua',
  'hono',
  'hono/cors',
  'hono/html',
  'hono/http-exception',
  'hono/tiny',
  'jose/jwe/compact/decrypt',
  'jose/jwe/compact/encrypt',
  'jose/jwt/sign',
  'jose/jwt/verify',
];
