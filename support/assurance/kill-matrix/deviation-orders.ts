import type { OssutilSyntax } from '../../ossutil/program.ts';
import type { PlannedScenario } from '../../run/scenario-plan.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';
import type { SeenScenario } from '../in-process-suite.ts';

/** A run that the kill matrix asks a worker process for. */
export type DeviationOrder =
  /** All scenarios against the correct store. */
  | { readonly kind: 'baseline'; readonly signature: SignatureVersion }
  /** The same, and in which scenarios each of these deviations would decide differently. */
  | { readonly kind: 'dry run'; readonly signature: SignatureVersion; readonly deviations: readonly string[] }
  /** All scenarios that judge a program of that command line, with a program that deviates or, by `null`, does not. */
  | { readonly kind: 'program'; readonly syntax: OssutilSyntax; readonly deviation: string | null }
  /** These scenarios against one deviation of a clause; all scenarios where the deviation closes a gate. */
  | {
      readonly kind: 'deviation';
      readonly deviation: string;
      readonly clause: string;
      readonly scenarios: readonly PlannedScenario[];
    };

/** `reach` has the scenarios of each deviation of a dry run; `fault` says why the run is void. */
export type DeviationReply =
  | {
      readonly scenarios: readonly SeenScenario[];
      readonly reach: Readonly<Record<string, readonly PlannedScenario[]>>;
    }
  | { readonly fault: string };
