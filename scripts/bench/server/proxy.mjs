// What the handler is measured against: a Hono app that passes the request on with a bearer, and the answer back. Nothing is checked.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/airbyte/connectors', async (context) => {
  const user = context.req.header('x-user') ?? '';
  const url = `${process.env.AIRBYTE_URL}/api/v1/integrations/connectors?workspace_name=${encodeURIComponent(user)}`;
  const answer = await fetch(url, { headers: { authorization: 'Bearer bench' } });
  return new Response(answer.body, { headers: { 'content-type': 'application/json' } });
});
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send({ port }));
process.on('message', () => process.send({ bytes: process.memoryUsage().rss }));
