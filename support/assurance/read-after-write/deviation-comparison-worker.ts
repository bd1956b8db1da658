import { loadDeviation } from '../../reference-store/deviation.ts';
import type { ComparisonOrder, ComparisonReply } from './deviation-comparison-orders.ts';
import { WaitComparison } from './wait-comparison.ts';

/** Compares one deviation after the other, as told by `prove-deviations.ts`. */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by prove-deviations.ts');
const comparison = new WaitComparison(directory);

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  void carryOut(message as ComparisonOrder).then((reply) => send(reply));
});

async function carryOut({ deviation: name, ...order }: ComparisonOrder): Promise<ComparisonReply> {
  try {
    return await comparison.compareAffected({ ...order, name, deviation: await loadDeviation(name) });
  } catch (error) {
    return { fault: `the comparison broke off: ${error instanceof Error ? error.message : String(error)}` };
  }
}
