/** What a good value is. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the table. */
export interface Row {
  readonly what: string;
  /**
   * Measured in one run with the other side of the comparison: one if it takes half a minute, else several that
   * alternate. Empty if there is nothing to measure, or if that failed; `behind` says why.
   */
  readonly samples: readonly number[];
  /** `×` for a ratio. */
  readonly unit: '×' | 's' | 'MB';
  readonly aim?: Aim;
  /** The absolute values behind a ratio, for this machine; or why there are none. */
  readonly behind: string;
  /** Where the time goes; required where the aim is missed. */
  readonly limit?: string;
}

/** One thing that is measured. Each file of `measurements/` is one and default-exports it. */
export interface Measurement {
  readonly title: string;
  /** What is compared with what, and how, in Markdown. */
  readonly explanation: string;
  /** Each row as soon as it is measured. */
  measure(): AsyncIterable<Row>;
}

/** The middle of the samples, and what half of them lie between. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

export function median(samples: readonly number[]): number {
  return spreadOf(samples).median;
}

/** Whether the median meets the aim; `null` without an aim or without samples. */
export function meets({ samples, aim }: Row): boolean | null {
  if (aim === undefined || samples.length === 0) return null;
  return 'atMost' in aim ? median(samples) <= aim.atMost : median(samples) >= aim.atLeast;
}

/** Interpolates between neighbours, like the default quantile of statistics programs. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
