import type { ClauseResult } from './results/results.ts';

/** Feature by feature, each from top to bottom: the order of a results document, sharded or not. */
export function inFeatureOrder(a: ClauseResult, b: ClauseResult): number {
  if (a.feature !== b.feature) return a.feature < b.feature ? -1 : 1;
  return firstLine(a) - firstLine(b) || (a.id < b.id ? -1 : 1);
}

function firstLine({ scenarios }: ClauseResult): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...scenarios.map(({ line }) => line));
}
