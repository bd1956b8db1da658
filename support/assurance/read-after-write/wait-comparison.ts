import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { WaitMode } from '../../harness/read-after-write/session-waits.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import { startTarget } from '../../run/reference-target.ts';
import { openParameters } from '../../run/run.ts';
import type { ScenarioListener } from '../../run/scenario-collector.ts';
import { InProcessSuite } from '../in-process-suite.ts';

export interface ComparedStore {
  readonly name: string;
  readonly deviation: Pick<Deviation, 'deviate'>;
  readonly signature: SignatureVersion;
  /** How long a write may take to become readable. */
  readonly deadlineMs: number;
  /** Features, or `FEATURE:LINE`. */
  readonly paths: readonly string[];
}

/** What a comparison found. */
export interface ComparedVerdicts {
  /** How many scenarios were judged. */
  readonly scenarios: number;
  /** How many of them took another course because waits were cut. */
  readonly affected: number;
  /** A line for each scenario whose verdict or reason differs. */
  readonly differences: readonly string[];
}

interface Judged {
  /** With reasons, by `FEATURE:LINE`. */
  readonly verdicts: ReadonlyMap<string, string>;
  /** Each `FEATURE:LINE`. */
  readonly affected: readonly string[];
}

/** Judges one store twice: with full deadlines, and with waits that are cut. */
export class WaitComparison {
  readonly #suite: InProcessSuite;
  readonly #directory: string;
  readonly #catalogue = loadCatalogue();

  /** `directory` is for the ledgers. */
  constructor(directory: string) {
    this.#directory = directory;
    this.#suite = new InProcessSuite(directory);
  }

  /** Judges all scenarios both ways; for a store that counts what is asked of it. */
  async compareAll(store: ComparedStore): Promise<ComparedVerdicts> {
    const cut = await this.#judge('cut', store);
    const full = await this.#judge('full', store);
    return { ...sizesOf(cut), differences: differencesBetween(store, cut.verdicts, full.verdicts) };
  }

  /**
   * Judges all scenarios with waits that are cut, and with full deadlines only those that this affected.
   *
   * The others take the same course both ways. All that differs between the two ways is for how long a wait looks, and
   * that the store is watched for scenarios that ended. A scenario is affected if one of its waits, also one within
   * another, took all the time that it was left, or if it began while the store was watched. Every wait of the others
   * ended sooner: it looked when it would have looked with a full deadline, and nothing else asked the store meanwhile.
   * What is affected is told by the clock, and not by what early stopping makes of it, so that a mistake in early
   * stopping hides nothing.
   */
  async compareAffected(store: ComparedStore): Promise<ComparedVerdicts> {
    const cut = await this.#judge('cut', store);
    if (cut.affected.length === 0) return { ...sizesOf(cut), differences: [] };
    const full = await this.#judge('full', { ...store, paths: cut.affected });
    const affected = new Map([...cut.verdicts].filter(([scenario]) => cut.affected.includes(scenario)));
    return { ...sizesOf(cut), differences: differencesBetween(store, affected, full.verdicts) };
  }

  async #judge(waits: WaitMode, { name, deviation, signature, deadlineMs, paths }: ComparedStore): Promise<Judged> {
    const style = { region: 'cn-hangzhou', addressing: 'path', signature, without: [] } as const;
    const { target, close } = await startTarget(name, style, deviation);
    try {
      const limits = { ...target.limits, readAfterWriteMs: deadlineMs, answerMs: 5_000, idleMs: 1_000 };
      const options = { parallel: 0, reportsDirectory: this.#directory };
      const opened = await openParameters(await this.#catalogue, { ...target, limits }, options);
      let affected: readonly string[] = [];
      const listener: ScenarioListener = {
        scenarioStarted: () => undefined,
        scenarioFinished: () => undefined,
        waitsWereCut(scenarios) {
          affected = scenarios;
        },
      };
      const seen = await this.#suite.run(paths, { ...opened, waits }, { listener });
      const verdicts = seen.map(
        ({ feature, line, clause, name: scenario, verdict, reason }) =>
          [`${feature}:${line}`, `${clause} ${scenario}: ${verdict} (${reason ?? 'no reason'})`] as const,
      );
      return { verdicts: new Map(verdicts), affected };
    } finally {
      await close();
    }
  }
}

function sizesOf({ verdicts, affected }: Judged): Pick<ComparedVerdicts, 'scenarios' | 'affected'> {
  return { scenarios: verdicts.size, affected: affected.length };
}

function differencesBetween(
  { name }: ComparedStore,
  cut: Judged['verdicts'],
  full: Judged['verdicts'],
): readonly string[] {
  const scenarios = new Set([...full.keys(), ...cut.keys()]);
  return [...scenarios].flatMap((scenario) => {
    const [fully, briefly] = [full.get(scenario) ?? 'not played', cut.get(scenario) ?? 'not played'];
    return fully === briefly ? [] : [`${name}: ${scenario} is ${fully}; with waits that are cut ${briefly}`];
  });
}
