// An Airbyte that answers at once what a bench needs: tokens, and a workspace's list of three connectors. Tells its port to its parent.
import { createServer } from 'node:http';

const SECOND = 1000;
/** Of a token's usual length, with an end in an hour. */
const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / SECOND) + 3600, fill: 'x'.repeat(500) })).toString('base64url');
const token = `eyJhbGciOiJIUzI1NiJ9.${claims}.${'s'.repeat(43)}`;
const template = { name: 'Stripe', source_definition_id: 'e094cb9a-26de-4645-8761-65c0c425d1de' };
const connector = (id) => ({
  id,
  name: `Stripe ${id}`,
  summarized_source_template: template,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});
const LIST = JSON.stringify({ data: ['1', '2', '3'].map((end) => connector(`5f0c4d4e-0000-4000-8000-00000000000${end}`)) });
const TOKENS = JSON.stringify({ access_token: token, token, expires_in: 3600 });

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(request.method === 'POST' ? TOKENS : LIST);
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
