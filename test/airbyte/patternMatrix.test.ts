import { describe, expect, it } from 'vitest';
import { isConnectError } from '../../src/core/index.js';
import { createContract } from '../contract/openapi.js';
import { AIRBYTE } from '../server/world.js';
import { CELLS, type Cell, OPERATIONS, openCell } from './patternMatrix.js';

const withoutContract = process.env.ACK_SHARED === undefined;

async function outcomeOf(cell: Cell) {
  const { api, sandbox } = openCell(cell);
  try {
    return { outcome: await OPERATIONS[cell.operation](api, sandbox), sandbox };
  } catch (error) {
    if (!isConnectError(error)) throw error;
    return { outcome: error.code, sandbox };
  }
}

describe('what each pattern does, from a backend and from a page that holds a token', () => {
  it.each(CELLS)('$variant, $mode mode: $operation = $expected', async (cell) => {
    const { outcome, sandbox } = await outcomeOf(cell);
    expect(outcome).toBe(cell.expected);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('is a table of 126 cells', () => {
    const working = CELLS.filter(({ expected }) => ['works', 'verified', 'unverified'].includes(expected)).length;
    console.info(`Patterns: ${CELLS.length} cells, ${working} work, ${CELLS.length - working} reject with their code.`);
    expect([CELLS.length, working]).toEqual([126, 92]);
  });
});

describe('every request of every cell', () => {
  it.skipIf(withoutContract)('is one that the API’s description allows (needs ACK_SHARED)', { timeout: 60_000 }, async () => {
    const contract = createContract();
    const wrong = new Set<string>();
    const seen = new Set<string>();
    let requests = 0;
    for (const cell of CELLS) {
      const { sandbox } = await outcomeOf(cell);
      for (const { method, path, body, headers } of sandbox.requests) {
        requests += 1;
        const url = `${AIRBYTE}${path}`;
        seen.add(contract.operationId({ method, url }) ?? 'none');
        for (const problem of contract.checkRequest({ method, url, body, headers })) wrong.add(`${cell.variant}, ${cell.mode}, ${method} ${path}: ${problem}`);
      }
    }
    expect([...wrong]).toEqual([]);
    console.info(`Patterns: ${requests} requests by ${seen.size} calls are as the description says.`);
    expect(requests).toBeGreaterThan(400);
  });
});
