// Asks as many users do at the same time, over connections that stay open.
import { Agent, request } from 'node:http';

const CONNECTIONS = 32;
/** So that nobody meets the limit for one user. */
const USERS = 10_000;
let user = 0;

function askOnce(agent, port) {
  user = (user + 1) % USERS;
  return new Promise((resolve, reject) => {
    request({ agent, port, host: '127.0.0.1', path: '/api/airbyte/connectors', headers: { 'x-user': `user-${user}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`Port ${port} answered ${response.statusCode}.`));
      response.resume().on('end', resolve).on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/**
 * @param {number} port
 * @param {number} ms how long
 * @returns {Promise<{ perSecond: number, p99: number }>} requests, and milliseconds
 */
export async function load(port, ms) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times = [];
  const start = performance.now();
  const one = async () => {
    while (performance.now() - start < ms) {
      const asked = performance.now();
      await askOnce(agent, port);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] };
}
