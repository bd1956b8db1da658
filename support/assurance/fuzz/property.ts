import { randomInt } from 'node:crypto';
import { it } from 'node:test';
import { assert, asyncProperty, property, type Arbitrary } from 'fast-check';

/** How many cases a law is tried with. */
const cases = Number(process.env['FUZZ_CASES'] ?? 10_000);
/** Printed with every law, so that a failure of tonight can be had again tomorrow: `FUZZ_SEED=… npm run fuzz`. */
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));

/** A law that `check` proves, by not throwing, for every value there is; a counterexample is made small and printed. */
export function law<T>(title: string, values: Arbitrary<T>, check: (value: T) => void): void {
  it(title, (test) => {
    test.diagnostic(`${cases} cases from seed ${seed}`);
    assert(property(values, check), { numRuns: cases, seed });
  });
}

/** The same where it takes waiting to find out. Several values are under way at a time, so they must not share state. */
export function asyncLaw<T>(title: string, values: Arbitrary<T>, check: (value: T) => Promise<void>): void {
  it(title, async (test) => {
    test.diagnostic(`${cases} cases from seed ${seed}`);
    await assert(asyncProperty(values, check), { numRuns: cases, seed });
  });
}
