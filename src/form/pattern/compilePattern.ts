import { reachOf } from './measurePattern.js';
import type { PatternNode, Program, Step } from './types.js';

/** A longer program would make each character expensive, and the engine's own might not compile. */
const LONGEST_PROGRAM = 5_000;

/** The program of a pattern, built from its end. Null when it would be too long. */
export function compilePattern(tree: PatternNode): Program | null {
  let size = 0;
  const step = (kind: Step['kind'], to: Step[], more: Partial<Step> = {}): Step => ({ id: size++, kind, test: null, edge: null, look: null, to, ...more });

  function build(node: PatternNode, next: Step): Step {
    if (size > LONGEST_PROGRAM) return next;
    switch (node.kind) {
      case 'char':
        return step('char', [next], { test: node.test });
      case 'edge':
        return step('edge', [next], { edge: node.edge });
      case 'sequence':
        return node.nodes.reduceRight((after, child) => build(child, after), next);
      case 'either':
        return node.nodes.length === 1 && node.nodes[0] !== undefined
          ? build(node.nodes[0], next)
          : step(
              'split',
              node.nodes.map((child) => build(child, next)),
            );
      case 'repeat':
        return repeat(node, next);
      case 'look':
        return step('look', [next], {
          look: { start: build(node.node, step('match', [])), ahead: node.ahead, negated: node.negated, reach: reachOf(node.node) },
        });
    }
  }

  function repeat({ node, min, max }: Extract<PatternNode, { kind: 'repeat' }>, next: Step): Step {
    let rest = next;
    if (max === Number.POSITIVE_INFINITY) {
      rest = step('split', [next]);
      rest.to.push(build(node, rest));
    }
    for (let count = min; count < max && max !== Number.POSITIVE_INFINITY && size <= LONGEST_PROGRAM; count += 1)
      rest = step('split', [build(node, rest), next]);
    for (let count = 0; count < min && size <= LONGEST_PROGRAM; count += 1) rest = build(node, rest);
    return rest;
  }

  const start = build(tree, step('match', []));
  return size > LONGEST_PROGRAM ? null : { start, size };
}
