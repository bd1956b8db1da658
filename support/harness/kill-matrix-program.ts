import type { MatrixOrder, MatrixReply } from './kill-matrix-process.ts';
import type { SeenScenario } from './kill-matrix.ts';
import { startReferenceTarget, type StartedTarget } from './reference-target.ts';
import { runSuite } from './run.ts';
import type { Target } from './target.ts';

/**
 * The program of a MatrixProcess: for each order, a store, the whole suite against it, and a reply. Its argument is
 * the folder of the ledgers.
 */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by the command "deviations"');

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const order = message as MatrixOrder;
  void carryOut(order).then((reply) => send(reply));
});

async function carryOut(order: MatrixOrder): Promise<MatrixReply> {
  const complaints = new StoreComplaints();
  try {
    const scenarios = await judge(order);
    return complaints.first === null ? { scenarios } : { fault: complaints.first };
  } catch (error) {
    return { fault: `the run did not come to its end: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    complaints.stopListening();
  }
}

async function judge(order: MatrixOrder): Promise<readonly SeenScenario[]> {
  const started = await startStore(order);
  try {
    const { outcomes } = await runSuite(impatient(started.target), {
      selection: { clauses: [], tags: null, shard: null },
      parallel: 0,
      reportsDirectory: directory,
      formats: [],
      formatOptions: {},
    });
    return outcomes.map(({ clause, feature, name, verdict, reason }) => ({ clause, feature, name, verdict, reason }));
  } finally {
    await started.close();
  }
}

/** A deviation says itself by which signature scenarios are prepared, if not by V4. */
function startStore(order: MatrixOrder): Promise<StartedTarget> {
  const manner = { region: 'cn-hangzhou', addressing: 'path', without: [] } as const;
  return 'deviation' in order
    ? startReferenceTarget({ ...manner, signature: 'v4' }, order.deviation)
    : startReferenceTarget({ ...manner, signature: order.canarySignedBy });
}

/**
 * The embedded store is consistent at once, so what does not read back never will, and one look is enough. It answers
 * within milliseconds, so two seconds of silence are silence.
 */
function impatient(target: Target): Target {
  return { ...target, limits: { ...target.limits, readAfterWriteMs: 0, answerMs: 2_000 } };
}

/**
 * The store reports its own failures on the console. A deviation that makes it fail is a broken deviation and not a
 * vendor's mistake, whatever the suite says to its answers.
 */
class StoreComplaints {
  first: string | null = null;
  readonly #before = console.error;

  constructor() {
    console.error = (...words: unknown[]): void => {
      this.first ??= words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ');
    };
  }

  stopListening(): void {
    console.error = this.#before;
  }
}
