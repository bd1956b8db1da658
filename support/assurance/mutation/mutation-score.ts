import type { Fate, TriedMutant } from './fate.ts';

/** How many mutants met each fate. */
export type FateCounts = Readonly<Record<Fate, number>>;

export function countFates(tried: readonly TriedMutant[]): FateCounts {
  const counts = { killed: 0, survived: 0, 'not reached': 0, 'set-up failed': 0, crashed: 0, 'timed out': 0 };
  for (const { fate } of tried) counts[fate] += 1;
  return counts;
}

/** The two shares that may not fall. */
export interface MutationScore {
  /** Of all mutants, those that a scenario reaches. */
  readonly reached: number;
  /** Of those that a verdict was given on, killed or survived, the killed. */
  readonly killed: number;
}

export function scoreOf(tried: readonly TriedMutant[]): MutationScore {
  const { killed, survived, 'not reached': missed } = countFates(tried);
  return { reached: share(tried.length - missed, tried.length), killed: share(killed, killed + survived) };
}

/** Names each share that is below its floor. */
export function fallsBelow(score: MutationScore, floor: MutationScore): readonly string[] {
  return (['reached', 'killed'] as const)
    .filter((figure) => score[figure] < floor[figure])
    .map((figure) => `${figure}: ${score[figure].toFixed(3)}, below the floor of ${floor[figure].toFixed(3)}`);
}

/** The higher of each share, rounded down to three digits. */
export function raisedFloor(floor: MutationScore, score: MutationScore): MutationScore {
  const raised = (figure: keyof MutationScore): number =>
    Math.max(floor[figure], Math.floor(score[figure] * 1000) / 1000);
  return { reached: raised('reached'), killed: raised('killed') };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
