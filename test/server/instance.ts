import { createServer } from 'node:http';
import { connect } from 'node:net';
import { toNodeListener } from '../../src/node/index.js';
import { createConnectHandler, redisStore } from '../../src/server/index.js';
import { createCommand, nodeRedisLike } from './redisServer.js';

// One instance of a backend, as a process of its own: `PORT`, the sandbox at `SANDBOX_URL`, and with `REDIS_SOCKET` a store that it shares.
const { PORT, SANDBOX_URL = '', REDIS_SOCKET } = process.env;

const handler = createConnectHandler({
  clientId: 'sandbox-client-id',
  clientSecret: 'sandbox-client-secret',
  authorize: (request) => request.headers.get('x-user'),
  callbackUrl: 'https://app.example.com/connected',
  hosts: { agent: SANDBOX_URL, public: SANDBOX_URL },
  ...(REDIS_SOCKET === undefined ? {} : { store: redisStore(nodeRedisLike(createCommand(connect(REDIS_SOCKET)))) }),
  onConnected: ({ connector }) => console.log(`connected ${connector.id}`),
});

createServer(toNodeListener(handler)).listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
