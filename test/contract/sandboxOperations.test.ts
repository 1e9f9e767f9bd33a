import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OAUTH_ACTORS } from '../../src/sandbox/calls/oauthActors.js';
import { at, listAt, openSandbox } from '../sandbox/api.js';
import { type Contract, contractFile, createContract } from './openapi.js';
import { goodCalls, type OperationCall, stage } from './sandboxCalls.js';

const shared = it.skipIf(!process.env.ACK_SHARED);
// Read once: it is large.
const document: unknown = process.env.ACK_SHARED ? parse(readFileSync(contractFile(), 'utf8')) : null;
const contract: Contract = process.env.ACK_SHARED
  ? createContract()
  : { operations: [], operationId: () => null, checkRequest: () => [], checkResponse: () => [] };
const operationIds = contract.operations.map(({ operationId }) => operationId);

type Kind = 'application' | 'scoped';

/** Which tokens each operation takes, by the OpenAPI file: none, one or both. */
function acceptedTokens(): Map<string, Kind[]> {
  const operations = Object.values(Object(at(document, 'paths'))).flatMap((item) => Object.values(Object(item)));
  return new Map(
    operations
      .filter((operation) => at(operation, 'operationId') !== undefined)
      .map((operation) => [
        String(at(operation, 'operationId')),
        listAt(operation, 'x-token-types', 'accepted').map((kind): Kind => (kind === 'scoped' ? 'scoped' : 'application')),
      ]),
  );
}

const TOKENS = document === null ? new Map<string, Kind[]>() : acceptedTokens();

const isPublic = (path: string) => path.startsWith('/v1/');

/** A fresh sandbox for each call: what one removes, another needs. */
async function prepared(operationId: string) {
  const api = await openSandbox();
  const staged = await stage(api);
  const call = goodCalls(staged).find((candidate) => candidate.operationId === operationId);
  if (!call) throw new Error(`There is no call of ${operationId}.`);
  const bearer = (kind: Kind | null) => (kind === null ? null : kind === 'scoped' ? staged.token : api.application);
  const send = (kind: Kind | null, { method, path, body }: OperationCall = call) => api.send(bearer(kind), method, path, body);
  return { ...api, call, bearer, send, staged };
}

describe('every operation of the contract', () => {
  shared('has a call here: 81 of 81 (needs ACK_SHARED)', async () => {
    expect(operationIds).toHaveLength(81);
    const calls = goodCalls(await stage(await openSandbox()));
    expect(calls.map(({ operationId }) => operationId).toSorted()).toEqual(operationIds.toSorted());
  });

  it.skipIf(operationIds.length === 0).each(operationIds)('answers as the contract says: %s (needs ACK_SHARED)', async (operationId) => {
    for (const kind of kindsOf(operationId)) {
      const { call, send, bearer, sandbox } = await prepared(operationId);
      const { method, path, body } = call;
      const url = `https://airbyte.test${path}`;
      const token = bearer(kind);
      expect(contract.operationId({ method, url })).toBe(operationId);
      expect(contract.checkRequest({ method, url, body, headers: token === null ? {} : { authorization: `Bearer ${token}` } })).toEqual([]);
      const answer = await send(kind);
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
      const contentType = answer.headers.get('content-type') ?? undefined;
      expect(contract.checkResponse({ method, url, status: answer.status, body: answer.body, contentType })).toEqual([]);
      expect(sandbox.unknownCalls).toEqual([]);
    }
  });

  it.skipIf(operationIds.length === 0).each(operationIds)('refuses the tokens that the contract refuses: %s (needs ACK_SHARED)', async (operationId) => {
    const accepted = kindsOf(operationId);
    const { call, send } = await prepared(operationId);
    if (accepted[0] === null) return expect((await send('application')).status).toBe(200);
    const url = `https://airbyte.test${call.path}`;
    const judged = async (kind: Kind | null) => {
      const { status, body } = await send(kind);
      expect(contract.checkResponse({ method: call.method, url, status, body })).toEqual([]);
      // Each host has its own shape.
      expect(Object.keys(Object(body))).toContain(isPublic(call.path) ? 'title' : 'errors');
      return status;
    };
    expect(await judged(null)).toBe(401);
    for (const kind of ['application', 'scoped'] as const) if (!accepted.includes(kind)) expect(await judged(kind)).toBe(403);
  });
});

function kindsOf(operationId: string): (Kind | null)[] {
  const kinds = TOKENS.get(operationId) ?? [];
  return kinds.length === 0 ? [null] : kinds;
}

describe('the types of the public sign-in', () => {
  shared('are those of the OpenAPI file (needs ACK_SHARED)', () => {
    expect([...OAUTH_ACTORS]).toEqual(listAt(document, 'components', 'schemas', 'OAuthActorName', 'enum'));
  });
});
