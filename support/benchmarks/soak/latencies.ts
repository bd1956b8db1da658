/** How long requests took, in milliseconds. */
export class Latencies {
  readonly #times: number[] = [];

  add(milliseconds: number): void {
    this.#times.push(milliseconds);
  }

  get count(): number {
    return this.#times.length;
  }

  /** The longest time that this share of the requests took; 0 without requests. */
  percentile(percent: number): number {
    const sorted = this.#times.toSorted((one, other) => one - other);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  }

  /** All of it in one line. */
  summary(): string {
    const percentiles = [50, 90, 99, 99.9, 100].map(
      (percent) => `${percent} % ${this.percentile(percent).toFixed(1)} ms`,
    );
    return `${this.count} requests; ${percentiles.join(', ')}`;
  }
}
