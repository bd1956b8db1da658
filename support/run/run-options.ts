import type { IConfiguration } from '@cucumber/cucumber/api';
import type { FeatureFolder } from '../harness/catalogue/feature-folder.ts';
import type { KeepEvidence, ScenarioListener } from './scenario-collector.ts';
import type { SessionParameters } from '../harness/world/session.ts';

/** Which scenarios run; by default, all of them. */
export interface Selection {
  /** Clause ids. */
  readonly clauses: readonly string[];
  /** A tag expression of cucumber's. */
  readonly tags: string | null;
  /** `I/N`, 1-based. */
  readonly shard: string | null;
  /** Features as cucumber names them, `features/a.feature:12:30` for single scenarios; by default, all of the suite's. */
  readonly paths?: readonly string[];
}

/** What to run, and where to write. */
export interface RunOptions {
  /** A folder of the user's own; the suite's features unless given. */
  readonly features?: FeatureFolder;
  readonly selection: Selection;
  /**
   * 0 runs the scenarios in this process, N in N worker threads, `auto` in as many as suit the round-trip time to the
   * store.
   */
  readonly parallel: number | 'auto';
  readonly reportsDirectory: string;
  /** The absolute path of the program to judge; by default one of the suite's own. */
  readonly program?: string;
  /** The folder that the run records to, or replays from. */
  readonly tape?: SessionParameters['tape'];
  /** Cucumber formatters and their options, e.g. Allure's. */
  readonly formats: readonly string[];
  readonly formatOptions: IConfiguration['formatOptions'];
  readonly listener?: ScenarioListener;
  /** Stores the evidence of a scenario that has ended. Returns the part that stays in memory; by default, all of it. */
  readonly keepEvidence?: KeepEvidence;
  /** Ends the run early: no further scenario begins, and its buckets are removed. */
  readonly signal?: AbortSignal;
}
