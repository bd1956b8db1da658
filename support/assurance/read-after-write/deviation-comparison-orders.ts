import type { SignatureVersion } from '../../harness/target/target.ts';

/** What a worker is to compare. */
export interface ComparisonOrder {
  readonly deviation: string;
  readonly signature: SignatureVersion;
  readonly deadlineMs: number;
  /** `FEATURE:LINE` of the scenarios in which the deviation differs from the correct store. */
  readonly paths: readonly string[];
}

/** A line for each scenario whose verdict or reason differs, and the times in words; or why there is no comparison. */
export type ComparisonReply =
  | { readonly differences: readonly string[]; readonly times: string }
  | { readonly fault: string };
