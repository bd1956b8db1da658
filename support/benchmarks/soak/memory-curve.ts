import { setInterval as every } from 'node:timers/promises';

/** Readings of one phase, evenly spread. */
const readings = 20;

/** The memory of a process over one phase of the soak, in MB. */
export class MemoryCurve {
  readonly #values: number[] = [];

  /** Reads until the phase has lasted that many seconds. */
  static async over(seconds: number, read: () => Promise<number>): Promise<MemoryCurve> {
    const curve = new MemoryCurve();
    const waiting = every((seconds * 1_000) / readings);
    for await (const _ of waiting) if (curve.#values.push(await read()) === readings) break;
    return curve;
  }

  static of(values: readonly number[]): MemoryCurve {
    const curve = new MemoryCurve();
    curve.#values.push(...values);
    return curve;
  }

  /**
   * How far the lowest reading of the last quarter is above the highest of the second. V8 enlarges its heap in the
   * first quarter, and later returns memory and takes it again: only a leak never comes down again.
   */
  get growth(): number {
    return Math.min(...this.#quarter(3)) - Math.max(...this.#quarter(1));
  }

  summary(): string {
    const quarters = [0, 1, 2, 3].map((quarter) => this.#medianOfQuarter(quarter).toFixed(0));
    return `${quarters.join(', ')} MB in its quarters`;
  }

  #medianOfQuarter(quarter: number): number {
    const sorted = this.#quarter(quarter).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  }

  #quarter(quarter: number): readonly number[] {
    const length = this.#values.length / 4;
    return this.#values.slice(quarter * length, (quarter + 1) * length);
  }
}
