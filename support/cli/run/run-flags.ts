import type { TargetFlags } from '../../harness/target/target-choice.ts';
import type { FeatureFolder } from '../../harness/catalogue/feature-folder.ts';
import type { Selection } from '../../run/run-options.ts';

/** The options of `run` as parsed by commander. */
export interface RunFlags extends TargetFlags {
  /** Features, or scenarios of them by line: `features/errors/error-envelope.feature:37`. */
  readonly paths?: readonly string[];
  /** Features of the user's own instead of the suite's. */
  readonly features?: FeatureFolder;
  readonly clauses?: readonly string[];
  readonly tags?: string;
  readonly parallel?: number;
  readonly shard?: string;
  readonly strict?: true;
  /** Absolute. */
  readonly ossutil?: string;
  readonly reports: string;
  /** The folder of the recordings to replay or to write. */
  readonly recordings?: string;
  /** Whether to build an Allure report; by default, `runStarted` decides. */
  readonly allure?: boolean;
  /** Absolute; a file that does not exist yet. */
  readonly writeExpected?: string;
  readonly plan?: true;
  readonly deviation?: string;
  readonly verbose?: true;
}

/** The selection that the flags of a run name. */
export function selectionOf({ clauses, tags, shard, paths = [] }: RunFlags): Selection {
  return {
    clauses: clauses ?? [],
    tags: tags ?? null,
    shard: shard ?? null,
    ...(paths.length === 0 ? {} : { paths }),
  };
}
