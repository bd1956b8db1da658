import { loadCatalogue } from '../harness/catalogue/catalogue.ts';
import type { Judged } from '../harness/catalogue/clause-file.ts';
import type { Target } from '../harness/target/target.ts';
import type { ReasonedVerdict } from '../harness/verdict/verdict.ts';
import type { SessionParameters } from '../harness/world/session.ts';
import { probe } from '../run/preflight.ts';
import type { StartedTarget } from '../run/reference-target.ts';
import { openParameters } from '../run/run.ts';
import type { RunOptions } from '../run/run-options.ts';
import { planScenarios, type PlannedScenario } from '../run/scenario-plan.ts';
import { runScenarios } from '../run/scenarios.ts';
import { clauseRounds } from './clause-rounds.ts';

/** The verdict on one scenario, without what differs from run to run. */
export interface SeenScenario extends ReasonedVerdict {
  readonly clause: string;
  readonly feature: string;
  readonly line: number;
  readonly name: string;
}

/** With fewer scenarios, a second round costs more than it saves. */
const worthRounds = 60;

/** Runs the suite repeatedly in this process, each time against another embedded store. */
export class InProcessSuite {
  readonly #directory: string;
  readonly #catalogue = loadCatalogue();

  /** `directory` is for the ledgers. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Runs all scenarios that judge a store, or only those given, and closes the target. */
  async judgeStore(
    started: StartedTarget,
    only: readonly PlannedScenario[] | null,
    options: Pick<RunOptions, 'listener' | 'signal'> = {},
  ): Promise<readonly SeenScenario[]> {
    try {
      const parameters = await this.open(started.target);
      // Behind a closed gate, no scenario sees what it would see on a correct store.
      const everything = only === null || parameters.gates.some(({ isOpen }) => !isOpen);
      return await this.run(everything ? await this.featuresOn('store') : only.map(pathOf), parameters, options);
    } finally {
      await started.close();
    }
  }

  /**
   * Judges a store by clauses instead of scenarios: runs all scenarios of the clause `whole`, but stops at the first
   * nonconformant scenario of every other clause. Behind a closed gate, all scenarios of the suite run.
   */
  async judgeClauses(
    started: StartedTarget,
    whole: string,
    scenarios: readonly PlannedScenario[],
  ): Promise<readonly SeenScenario[]> {
    if (scenarios.length < worthRounds) return this.judgeStore(started, scenarios);
    try {
      const parameters = await this.open(started.target);
      if (parameters.gates.some(({ isOpen }) => !isOpen))
        return await this.run(await this.featuresOn('store'), parameters);
      const { first, second } = clauseRounds((await this.#catalogue).clauses, scenarios, whole);
      const seen = await this.run(first.map(pathOf), parameters);
      const condemned = new Set(seen.flatMap(({ clause, verdict }) => (verdict === 'nonconformant' ? [clause] : [])));
      const open = second.filter(({ clause }) => !condemned.has(clause));
      if (open.length === 0) return seen;
      // A run of its own, whose buckets have other names.
      return [...seen, ...(await this.run(open.map(pathOf), await this.open(started.target)))];
    } finally {
      await started.close();
    }
  }

  async open(target: Target): Promise<SessionParameters> {
    const hasty = impatient(target);
    await probe(hasty);
    return openParameters(await this.#catalogue, hasty, { parallel: 0, reportsDirectory: this.#directory });
  }

  async run(
    paths: readonly string[],
    parameters: SessionParameters,
    options: Pick<RunOptions, 'listener' | 'signal'> = {},
  ): Promise<readonly SeenScenario[]> {
    const outcomes = await runScenarios(await this.#catalogue, parameters, {
      selection: { clauses: [], tags: null, shard: null, paths },
      parallel: 0,
      reportsDirectory: this.#directory,
      formats: [],
      formatOptions: {},
      ...options,
    });
    return outcomes.map(({ clause, feature, line, name, verdict, reason, blockedBy }) => ({
      clause,
      feature,
      line,
      name,
      verdict,
      reason,
      ...(blockedBy === undefined ? {} : { blockedBy }),
    }));
  }

  /** The scenarios that judge a store. */
  async scenariosOnStore(): ReturnType<typeof planScenarios> {
    const paths = await this.featuresOn('store');
    return planScenarios(await this.#catalogue, { clauses: [], tags: null, shard: null, paths });
  }

  /** The features with clauses that judge a store, or a program: neither says anything about the other. */
  async featuresOn(subject: Judged): Promise<readonly string[]> {
    const { clauses } = await this.#catalogue;
    const own = clauses.filter(({ judges }) => judges === subject);
    return [...new Set(own.flatMap(({ feature }) => (feature === null ? [] : [feature])))];
  }
}

function pathOf({ feature, line }: PlannedScenario): string {
  return `${feature}:${line}`;
}

/**
 * The embedded store is consistent at once, so reading once is enough. It answers within milliseconds, so five seconds
 * of silence mean no answer. It is never overloaded, so failed requests are repeated without a pause, and a bucket that
 * is not gone within a second stays. One bucket at a time, so that no scenario depends on a request of another one.
 */
function impatient(target: Target): Target {
  const hasty = {
    readAfterWriteMs: 0,
    answerMs: 5_000,
    idleMs: 1_000,
    throttledMs: 1_000,
    backOffMs: 0,
    liveBuckets: 1,
  };
  return { ...target, limits: { ...target.limits, ...hasty } };
}

/**
 * The store reports its own failures on the console. A change that makes the store crash is not a vendor's mistake,
 * whatever the suite says about its answers.
 */
export class StoreComplaints {
  first: string | null = null;
  readonly #before = console.error;

  constructor() {
    console.error = (...words: unknown[]): void => {
      this.first ??= words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ');
    };
  }

  stopListening(): void {
    console.error = this.#before;
  }
}
