import type { PatternNode } from './types.js';

/** More ways than this through a pattern may take too long when each is tried in turn. */
const MOST_WAYS = 200;

/** What is within a node: those below it, not itself. */
const childrenOf = (node: PatternNode): readonly PatternNode[] => {
  if (node.kind === 'sequence' || node.kind === 'either') return node.nodes;
  return node.kind === 'repeat' || node.kind === 'look' ? [node.node] : [];
};

/** True when the node or one within it is so. */
const some = (node: PatternNode, test: (node: PatternNode) => boolean): boolean => test(node) || childrenOf(node).some((child) => some(child, test));

const isOpen = (node: PatternNode): boolean => node.kind === 'repeat' && node.max === Number.POSITIVE_INFINITY;

const varies = (node: PatternNode): boolean => (node.kind === 'repeat' && node.min !== node.max) || (node.kind === 'either' && node.nodes.length > 1);

/** A repetition within a repetition: the classic of patterns that hang. */
export const isNested = (tree: PatternNode): boolean =>
  some(
    tree,
    (node) => node.kind === 'repeat' && node.max > 1 && some(node.node, (inner) => inner.kind === 'repeat' && inner.max !== inner.min && inner.max > 1),
  );

/** How long a text it can match, in characters. */
export function reachOf(node: PatternNode): number {
  if (node.kind === 'char') return 1;
  if (node.kind === 'edge' || node.kind === 'look') return 0;
  if (node.kind === 'repeat') return node.max === 0 ? 0 : reachOf(node.node) * node.max || 0;
  const reaches = node.nodes.map(reachOf);
  return node.kind === 'either' ? Math.max(...reaches) : reaches.reduce((sum, reach) => sum + reach, 0);
}

/**
 * True when an engine that tries one way after the other is quick about any text of some thousand characters: few ways, at most one
 * open repetition (and that from the start of the text), nothing that varies inside a repetition.
 */
export function isSimple(tree: PatternNode): boolean {
  if (some(tree, (node) => node.kind === 'repeat' && node.max > 1 && some(node.node, varies))) return false;
  const opens = countOf(tree, isOpen);
  return waysOf(tree) <= MOST_WAYS && (opens === 0 || (opens === 1 && isAnchored(tree)));
}

const countOf = (node: PatternNode, test: (node: PatternNode) => boolean): number =>
  Number(test(node)) + childrenOf(node).reduce((sum, child) => sum + countOf(child, test), 0);

function waysOf(node: PatternNode): number {
  const below = childrenOf(node).reduce((product, child) => product * waysOf(child), 1);
  if (node.kind === 'either') return below * node.nodes.length;
  return node.kind === 'repeat' && !isOpen(node) ? below * (node.max - node.min + 1) : below;
}

function isAnchored(node: PatternNode): boolean {
  if (node.kind === 'edge') return node.edge === 'start';
  if (node.kind === 'either') return node.nodes.every(isAnchored);
  return node.kind === 'sequence' && node.nodes[0] !== undefined && isAnchored(node.nodes[0]);
}
