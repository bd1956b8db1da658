/** Scenarios, each `FEATURE:LINE`, that did not wait for a full deadline and may have ended otherwise with it. */
export interface DoubtfulScenarios {
  /** Those of a store that turned out to be slow. */
  readonly misled: readonly string[];
  /** Those of a store that never showed anything late, but was not watched until the end of their deadlines. */
  readonly unproved: readonly string[];
}
