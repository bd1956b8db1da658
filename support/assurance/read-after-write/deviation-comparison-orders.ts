import type { SignatureVersion } from '../../harness/target/target.ts';
import type { ComparedVerdicts } from './wait-comparison.ts';

/** What a worker is to compare. */
export interface ComparisonOrder {
  readonly deviation: string;
  readonly signature: SignatureVersion;
  readonly deadlineMs: number;
  /** `FEATURE:LINE` of the scenarios of its clause, and of those in which it differs from the correct store. */
  readonly paths: readonly string[];
}

/** `fault` says why there is no comparison. */
export type ComparisonReply = ComparedVerdicts | { readonly fault: string };
