import { randomInt } from 'node:crypto';
import { it } from 'node:test';
import * as fastCheck from 'fast-check';

/** How many values each property is checked with. */
const cases = Number(process.env['FUZZ_CASES'] ?? 10_000);
/** Printed with every property, so that a failure can be repeated: `FUZZ_SEED=… npm run proof:fuzz`. */
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));

/** A test that `check` throws for none of the values; a counterexample is shrunk and printed. */
export function property<T>(title: string, values: fastCheck.Arbitrary<T>, check: (value: T) => void): void {
  it(title, (test) => {
    test.diagnostic(`${cases} cases from seed ${seed}`);
    fastCheck.assert(fastCheck.property(values, check), { numRuns: cases, seed });
  });
}

/** The same for an asynchronous check. Several values are checked at a time, so they must not share state. */
export function asyncProperty<T>(
  title: string,
  values: fastCheck.Arbitrary<T>,
  check: (value: T) => Promise<void>,
): void {
  it(title, async (test) => {
    test.diagnostic(`${cases} cases from seed ${seed}`);
    await fastCheck.assert(fastCheck.asyncProperty(values, check), { numRuns: cases, seed });
  });
}
