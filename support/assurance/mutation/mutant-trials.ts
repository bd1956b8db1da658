import type { PlannedScenario } from '../../run/scenario-plan.ts';
import type { SeenScenario } from '../in-process-suite.ts';
import { fateOf, isAsBefore, type MutantFate } from './fate.ts';
import type { MutantLane } from './mutant-lane.ts';
import type { MutantOrder } from './mutant-orders.ts';
import type { MutantReach, Reach } from './mutant-reach.ts';
import type { Mutant } from './mutants.ts';

type Trial = Extract<MutantOrder, { kind: 'mutants' }>;

/** Most mutants that are killed are killed by the first few scenarios; each run has its own start. */
const scenariosAlone = [5, 15, 40] as const;
const mostAlone = scenariosAlone.reduce<number>((sum, count) => sum + count, 0);
/** Where a preparation fails, these follow. */
const scenariosUnprepared = [100, 200] as const;

/** What a mutant alone may take; all scenarios may take a multiple of what they take on the sound store. */
const patienceAloneMs = 20_000;

/** Tries mutants in one lane. */
export class MutantTrials {
  readonly #lane: Pick<MutantLane, 'run'>;
  readonly #reach: MutantReach;
  readonly #patienceMs: number;

  constructor(lane: Pick<MutantLane, 'run'>, reach: MutantReach, patienceMs: number) {
    this.#lane = lane;
    this.#reach = reach;
    this.#patienceMs = patienceMs;
  }

  /** Tries the mutant with its most telling scenarios. */
  async alone(mutant: Mutant): Promise<MutantFate> {
    const reach = this.#reach.of(mutant);
    if (reach === null) return { fate: 'not reached', why: null };
    let unprepared: MutantFate | null = null;
    for (const scenarios of inRuns(reach.scenarios, scenariosAlone)) {
      const found = await this.#judge(mutant, reach, scenarios);
      if (found.fate === 'set-up failed') unprepared ??= found;
      else if (found.fate !== 'survived') return found;
    }
    return unprepared === null ? { fate: 'survived', why: null } : this.#withTheOthers(mutant, reach, unprepared);
  }

  /** Where a preparation failed, the mutant is noticed as soon as a scenario judges what the others only prepare. */
  async #withTheOthers(mutant: Mutant, reach: Reach, unprepared: MutantFate): Promise<MutantFate> {
    for (const scenarios of inRuns(reach.scenarios.slice(mostAlone), scenariosUnprepared)) {
      const found = await this.#judge(mutant, reach, scenarios);
      if (found.fate !== 'survived' && found.fate !== 'set-up failed') return found;
    }
    return unprepared;
  }

  /** Whether scenarios are left that `alone` does not run. */
  hasMore(mutant: Mutant): boolean {
    return (this.#reach.of(mutant)?.scenarios.length ?? 0) > mostAlone;
  }

  /** Whether the store's modules have to be loaded with the mutant. */
  needsOwnModules(mutant: Mutant): boolean {
    return this.#reach.of(mutant)?.isStatic === true;
  }

  /**
   * Tries mutants that survived alone with every scenario that reaches one of them, all at the same time: mostly nothing
   * happens, and all survive. Where something does, each is tried alone with that scenario.
   */
  async together(mutants: readonly Mutant[]): Promise<ReadonlyMap<Mutant, MutantFate>> {
    const fates = new Map<Mutant, MutantFate>();
    const reaches = new Map(mutants.flatMap((mutant) => this.#reached(mutant)));
    const scenarios = new Map(
      [...reaches.values()].flatMap((reach) => reach.scenarios.map((one) => [place(one), one])),
    );
    await this.#confirm(reaches, [...scenarios.values()], fates);
    return fates;
  }

  #reached(mutant: Mutant): readonly (readonly [Mutant, Reach])[] {
    const reach = this.#reach.of(mutant);
    return reach === null ? [] : [[mutant, reach]];
  }

  async #confirm(
    members: ReadonlyMap<Mutant, Reach>,
    scenarios: readonly PlannedScenario[],
    fates: Map<Mutant, MutantFate>,
  ): Promise<void> {
    if (members.size === 0) return;
    if (scenarios.length === 0) return settle(members, fates, { fate: 'survived', why: null });
    const reply = await this.#run(members, scenarios, 'every request', 'not as before', this.#patienceMs);
    if ('fault' in reply || reply.kind !== 'judged') {
      if (members.size === 1) return settle(members, fates, fateOf(reply));
      return this.#confirmHalves(members, scenarios, fates);
    }
    const seen = new Set(reply.scenarios.map(place));
    const left = scenarios.filter((scenario) => !seen.has(place(scenario)));
    const unusual = reply.scenarios.filter((scenario) => !isAsBefore(scenario));
    if (unusual.length === 0) return settle(members, fates, { fate: 'survived', why: null });
    const innocent = await this.#withoutCulprits(members, unusual, fates);
    // Only together do they do it.
    if (innocent.size === members.size && members.size > 1)
      return this.#confirmHalves(members, [...unusual, ...left], fates);
    return this.#confirm(innocent, left, fates);
  }

  async #confirmHalves(
    members: ReadonlyMap<Mutant, Reach>,
    scenarios: readonly PlannedScenario[],
    fates: Map<Mutant, MutantFate>,
  ): Promise<void> {
    const all = [...members];
    const half = Math.ceil(all.length / 2);
    await this.#confirm(new Map(all.slice(0, half)), scenarios, fates);
    await this.#confirm(new Map(all.slice(half)), scenarios, fates);
  }

  /** Settles the fate of the members that end one of the scenarios otherwise than before, and returns the others. */
  async #withoutCulprits(
    members: ReadonlyMap<Mutant, Reach>,
    unusual: readonly SeenScenario[],
    fates: Map<Mutant, MutantFate>,
  ): Promise<ReadonlyMap<Mutant, Reach>> {
    const innocent = new Map(members);
    const places = new Set(unusual.map(place));
    for (const [mutant, reach] of members) {
      const own = reach.scenarios.filter((scenario) => places.has(place(scenario)));
      if (own.length === 0) continue;
      const found = await this.#judge(mutant, reach, own);
      if (found.fate === 'survived') continue;
      fates.set(mutant, found);
      innocent.delete(mutant);
    }
    return innocent;
  }

  /** Where the mutant fails what only prepares, it is tried again with a store that is sound while it is prepared. */
  async #judge(mutant: Mutant, reach: Reach, scenarios: readonly PlannedScenario[]): Promise<MutantFate> {
    const members = new Map([[mutant, reach]]);
    const reply = await this.#run(members, scenarios, 'every request', 'nonconformant', patienceAloneMs);
    const found = fateOf(reply);
    if (found.fate !== 'set-up failed' || 'fault' in reply || reply.kind !== 'judged') return found;
    const unprepared = reply.scenarios.filter((scenario) => !isAsBefore(scenario));
    const again = fateOf(await this.#run(members, unprepared, 'judged requests', 'nonconformant', patienceAloneMs));
    return again.fate === 'survived' ? found : again;
  }

  #run(
    members: ReadonlyMap<Mutant, Reach>,
    scenarios: readonly PlannedScenario[],
    activeFor: Trial['activeFor'],
    until: Trial['until'],
    patienceMs: number,
  ): ReturnType<MutantLane['run']> {
    const reaches = [...members.values()];
    const order: Trial = {
      kind: 'mutants',
      ids: [...members.keys()].map(({ id }) => id),
      isStatic: reaches.some(({ isStatic }) => isStatic),
      hitLimit: reaches.reduce((sum, { hitLimit }) => sum + hitLimit, 0),
      scenarios,
      activeFor,
      until,
    };
    return this.#lane.run(order, patienceMs);
  }
}

/** Cuts off runs of so many scenarios from the front, and leaves out empty ones. */
function inRuns<T>(scenarios: readonly T[], counts: readonly number[]): readonly (readonly T[])[] {
  let next = 0;
  return counts.flatMap((count) => {
    const run = scenarios.slice(next, (next += count));
    return run.length === 0 ? [] : [run];
  });
}

function settle(members: ReadonlyMap<Mutant, Reach>, fates: Map<Mutant, MutantFate>, fate: MutantFate): void {
  for (const mutant of members.keys()) fates.set(mutant, fate);
}

function place({ feature, line }: PlannedScenario): string {
  return `${feature}:${line}`;
}
