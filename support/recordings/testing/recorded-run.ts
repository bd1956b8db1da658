import { startReferenceTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import type { RunRecord } from '../../harness/verdict/run-record.ts';
import { readRecordedTarget, writeRecordedTarget } from '../format/recorded-target.ts';
import { describedTarget, placeholderTarget } from '../format/placeholder-credentials.ts';
import { mergeRecordings } from '../recorder/recording-merge.ts';

/** For tests: some clauses of the suite, recorded and replayed as by the command line. */
export class RecordedRun {
  readonly #clauses: readonly string[];
  readonly #reportsDirectory: string;

  constructor(clauses: readonly string[], reportsDirectory: string) {
    this.#clauses = clauses;
    this.#reportsDirectory = reportsDirectory;
  }

  /** Records the reference store into that folder. */
  async record(directory: string, deviation?: string, parallel = 0): Promise<RunRecord> {
    const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
    const { target, close } = await startReferenceTarget(style, deviation);
    writeRecordedTarget(directory, describedTarget(target));
    try {
      const record = await runSuite(target, { ...this.#options(parallel), tape: { mode: 'record', directory } });
      mergeRecordings(directory, record.catalogue);
      return record;
    } finally {
      await close();
    }
  }

  replay(directory: string, parallel = 0): Promise<RunRecord> {
    const target = placeholderTarget(readRecordedTarget(directory));
    return runSuite(target, { ...this.#options(parallel), tape: { mode: 'replay', directory } });
  }

  #options(parallel: number): Omit<Parameters<typeof runSuite>[1], 'tape'> {
    return {
      selection: { clauses: this.#clauses, tags: null, shard: null },
      parallel,
      reportsDirectory: this.#reportsDirectory,
      formats: [],
      formatOptions: {},
    };
  }
}

/** A line for each scenario. */
export function verdictsOf({ outcomes }: RunRecord): readonly string[] {
  return outcomes
    .map(({ clause, name, verdict, reason }) => `${clause} ${name}: ${verdict} ${reason ?? ''}`)
    .toSorted();
}

/** The results of a run, without its times. */
export function resultsOf({ outcomes }: RunRecord): readonly string[] {
  return outcomes
    .map(({ clause, name, verdict, reason, evidence }) =>
      JSON.stringify([
        clause,
        name,
        verdict,
        reason,
        evidence?.exchanges.map(({ request, answer, stringToSign }) => [request, answer, stringToSign]),
      ]),
    )
    .toSorted();
}
