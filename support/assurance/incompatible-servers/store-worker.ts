import { InProcessSuite } from '../in-process-suite.ts';
import { judgeStore } from './judged-stores.ts';
import type { StoreOrder, StoreReply } from './verdicts-on-stores.ts';

/** Judges one store for each order. */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by "npm run proof:incompatible-servers"');
const suite = new InProcessSuite(directory);

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { store } = message as StoreOrder;
  void carryOut(store).then((reply) => send(reply));
});

async function carryOut(store: string): Promise<StoreReply> {
  try {
    return { verdicts: await judgeStore(store, suite) };
  } catch (error) {
    return { fault: `the run broke off: ${error instanceof Error ? error.message : String(error)}` };
  }
}
