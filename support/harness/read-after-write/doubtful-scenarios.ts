/** Scenarios, each `FEATURE:LINE`, that may have ended otherwise because waits are cut. */
export interface DoubtfulScenarios {
  /** Those of a store that turned out to be slow. */
  readonly misled: readonly string[];
  /** Those of a store that never showed anything late, but was not watched until the end of their deadlines. */
  readonly unproved: readonly string[];
  /**
   * All that took another course than with full deadlines, proved or not: a wait of theirs was cut, or the store was
   * watched for an earlier scenario meanwhile. To the others it makes no difference that waits are cut.
   */
  readonly affected: readonly string[];
}
