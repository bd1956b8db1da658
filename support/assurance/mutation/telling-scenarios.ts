import { createHash } from 'node:crypto';
import type { Reached } from './mutant-switch.ts';
import type { Mutant } from './mutants.ts';

/**
 * The scenarios in the order in which they are likely to notice a change in a file. Two scenarios go the same way through
 * a file if they run the same code of it. The first scenario of each way comes first, the rarest ways at the front; then
 * the second of each, and so on.
 */
export class TellingScenarios {
  readonly #reached: Reached;
  readonly #idsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #places = new Map<string, ReadonlyMap<string, number>>();

  /** `reached` by scenarios only. */
  constructor(reached: Reached, mutants: readonly Mutant[]) {
    this.#reached = reached;
    const byFile = Map.groupBy(mutants, ({ file }) => file);
    this.#idsOf = new Map([...byFile].map(([file, own]) => [file, new Set(own.map(({ id }) => id))]));
  }

  inOrder(scenarios: readonly string[], file: string): readonly string[] {
    const places = this.#placesFor(file);
    return scenarios.toSorted((one, other) => (places.get(one) ?? Infinity) - (places.get(other) ?? Infinity));
  }

  #placesFor(file: string): ReadonlyMap<string, number> {
    const known = this.#places.get(file);
    if (known !== undefined) return known;
    const ways = Map.groupBy(Object.keys(this.#reached), (scenario) => this.#wayThrough(file, scenario));
    const rarestFirst = [...ways.values()].toSorted((one, other) => one.length - other.length);
    const taken = rarestFirst.flatMap((way, rank) =>
      way.toSorted(byChance).map((scenario, nth) => ({ scenario, nth, rank })),
    );
    const order = taken.toSorted((one, other) => one.nth - other.nth || one.rank - other.rank);
    const places = new Map(order.map(({ scenario }, place) => [scenario, place]));
    this.#places.set(file, places);
    return places;
  }

  #wayThrough(file: string, scenario: string): string {
    const own = this.#idsOf.get(file) ?? new Set();
    return Object.keys(this.#reached[scenario] ?? {})
      .filter((id) => own.has(id))
      .join(' ');
  }
}

/** The same for each run; scenarios of one feature, which resemble each other, do not stay together. */
function byChance(one: string, other: string): number {
  return digest(one) < digest(other) ? -1 : 1;
}

function digest(scenario: string): string {
  return createHash('sha256').update(scenario).digest('hex');
}
