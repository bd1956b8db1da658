import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger } from '../../../harness/buckets/ledger.ts';
import type { Target } from '../../../harness/target/target.ts';
import { verdictOnClause } from '../../../harness/verdict/clause-verdict.ts';
import type { ScenarioOutcome } from '../../../harness/verdict/run-record.ts';
import type { ReasonedVerdict, Verdict } from '../../../harness/verdict/verdict.ts';
import { runSuite } from '../../../run/run.ts';
import type { Selection } from '../../../run/run-options.ts';

type JudgedClause = ReasonedVerdict & { readonly id: string };

/** What the suite says about a server, for tests. */
export class StoreVerdicts {
  readonly #byClause: ReadonlyMap<string, readonly ScenarioOutcome[]>;

  private constructor(outcomes: readonly ScenarioOutcome[]) {
    this.#byClause = Map.groupBy(outcomes, ({ clause }) => clause);
  }

  /** Runs features, or clauses, against a server that is consistent at once. Nothing may be left behind. */
  static async on(target: Target, selection: Partial<Pick<Selection, 'clauses' | 'paths'>>): Promise<StoreVerdicts> {
    const reportsDirectory = await mkdtemp(join(tmpdir(), 'verdicts-'));
    try {
      const { outcomes } = await runSuite(
        { ...target, limits: { ...target.limits, readAfterWriteMs: 0, backOffMs: 0 } },
        {
          selection: { clauses: [], tags: null, shard: null, ...selection },
          parallel: 0,
          reportsDirectory,
          formats: [],
          formatOptions: {},
        },
      );
      assert.deepEqual(readLedger(reportsDirectory), []);
      return new StoreVerdicts(outcomes);
    } finally {
      await rm(reportsDirectory, { recursive: true });
    }
  }

  /** The ids of the clauses with one of these verdicts. */
  idsOf(...verdicts: readonly Verdict[]): readonly string[] {
    return this.#clauses(verdicts).map(({ id }) => id);
  }

  /** The blocked clauses, by the clause that blocks them. */
  get blocked(): Readonly<Record<string, readonly string[]>> {
    const byCause = Map.groupBy(this.#clauses(['blocked']), ({ blockedBy }) => blockedBy ?? '');
    return Object.fromEntries([...byCause].map(([cause, own]) => [cause, own.map(({ id }) => id)]));
  }

  /** The different reasons why these clauses are nonconformant. */
  reasonsOf(clauses: readonly string[]): readonly string[] {
    const failed = clauses
      .flatMap((id) => this.#byClause.get(id) ?? [])
      .filter(({ verdict }) => verdict === 'nonconformant');
    return [...new Set(failed.map(({ reason }) => reason ?? ''))];
  }

  #clauses(verdicts: readonly Verdict[]): readonly JudgedClause[] {
    return [...this.#byClause]
      .map(([id, scenarios]) => ({ id, ...verdictOnClause(scenarios) }))
      .filter(({ verdict }) => verdicts.includes(verdict))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }
}
