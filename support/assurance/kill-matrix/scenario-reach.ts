import type { ScenarioListener } from '../../run/scenario-collector.ts';
import type { PlannedScenario } from '../../run/scenario-plan.ts';

/** In which scenarios of a run, played one at a time, each deviation differed. */
export class ScenarioReach implements ScenarioListener {
  readonly #reached = new Map<string, Set<PlannedScenario>>();
  /** `null` before the first scenario: every run repeats what comes before it. */
  #current: PlannedScenario | null = null;

  scenarioStarted(feature: string, line: number): void {
    this.#current = { feature, line };
  }

  scenarioFinished(): void {
    // A difference while its buckets are being removed counts for this scenario.
  }

  add(deviation: string): void {
    if (this.#current === null) return;
    const scenarios = this.#reached.get(deviation) ?? new Set();
    scenarios.add(this.#current);
    this.#reached.set(deviation, scenarios);
  }

  get scenarios(): Readonly<Record<string, readonly PlannedScenario[]>> {
    return Object.fromEntries([...this.#reached].map(([deviation, scenarios]) => [deviation, [...scenarios]]));
  }
}
