import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import type { Judged } from '../../harness/catalogue/clause-file.ts';
import type { MatrixOrder, MatrixReply } from './worker-process.ts';
import type { SeenScenario } from './kill-matrix.ts';
import { probe } from '../../run/preflight.ts';
import { startReferenceTarget, startDryRunTarget, type StartedTarget } from '../../run/reference-target.ts';
import { openParameters } from '../../run/run.ts';
import type { JudgedProgram, SessionParameters } from '../../harness/world/session.ts';
import { ScenarioReach } from './scenario-reach.ts';
import { runScenarios, type PlannedScenario } from '../../run/scenarios.ts';
import type { SignatureVersion, Target } from '../../harness/target/target.ts';

/**
 * The program of a MatrixProcess: for each order, a store, the suite against it, and a reply. Its argument is the
 * folder of the ledgers.
 */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by the command "deviations"');
const catalogue = loadCatalogue();

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const order = message as MatrixOrder;
  void carryOut(order).then((reply) => send(reply));
});

async function carryOut(order: MatrixOrder): Promise<MatrixReply> {
  const complaints = new StoreComplaints();
  try {
    const reply = await perform(order);
    return complaints.first === null ? reply : { fault: complaints.first };
  } catch (error) {
    return { fault: `the run did not come to its end: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    complaints.stopListening();
  }
}

async function perform(order: MatrixOrder): Promise<MatrixReply> {
  switch (order.kind) {
    case 'canary':
      return { scenarios: await judgeStore(await startReferenceTarget(manner(order.signature)), null), reach: {} };
    case 'shadowed canary': {
      const reach = new ScenarioReach();
      const shadowed = startDryRunTarget(manner(order.signature), order.deviations, (name) => reach.add(name));
      return { scenarios: await judgeStore(await shadowed, null, reach), reach: reach.scenarios };
    }
    case 'deviation': {
      const deviating = await startReferenceTarget(manner('v4'), order.deviation);
      return { scenarios: await judgeStore(deviating, order.scenarios), reach: {} };
    }
    case 'program':
      return { scenarios: await judgeProgram({ syntax: order.syntax, deviation: order.deviation }), reach: {} };
  }
}

function manner(signature: SignatureVersion): Parameters<typeof startReferenceTarget>[0] {
  return { region: 'cn-hangzhou', addressing: 'path', without: [], signature };
}

/** Runs all scenarios that judge a store, or those alone, and closes the target. */
async function judgeStore(
  started: StartedTarget,
  only: readonly PlannedScenario[] | null,
  listener?: ScenarioReach,
): Promise<readonly SeenScenario[]> {
  try {
    const parameters = await parametersFor(started);
    // Behind a closed gate no scenario sees what it would see on the canary.
    const everything = only === null || parameters.gates.some(({ isOpen }) => !isOpen);
    return await seenIn(everything ? await featuresOn('store') : only.map(pathOf), parameters, listener);
  } finally {
    await started.close();
  }
}

/** Runs all scenarios that judge a program, against the store as it is. */
async function judgeProgram(program: JudgedProgram): Promise<readonly SeenScenario[]> {
  const started = await startReferenceTarget(manner('v4'));
  try {
    const seen = await seenIn(await featuresOn('program'), { ...(await parametersFor(started)), program });
    // This store lacks nothing, so that these are about the other command line.
    return seen.filter(({ verdict }) => verdict !== 'unsupported');
  } finally {
    await started.close();
  }
}

async function parametersFor(started: StartedTarget): Promise<SessionParameters> {
  const target = impatient(started.target);
  await probe(target);
  return openParameters(await catalogue, target, { parallel: 0, reportsDirectory: directory });
}

async function seenIn(
  paths: readonly string[],
  parameters: SessionParameters,
  listener?: ScenarioReach,
): Promise<readonly SeenScenario[]> {
  const outcomes = await runScenarios(await catalogue, parameters, {
    selection: { clauses: [], tags: null, shard: null, paths },
    parallel: 0,
    reportsDirectory: directory,
    formats: [],
    formatOptions: {},
    ...(listener === undefined ? {} : { listener }),
  });
  return outcomes.map(({ clause, feature, name, verdict, reason }) => ({ clause, feature, name, verdict, reason }));
}

/** A store says nothing of the programs that speak to it, nor they of it. */
async function featuresOn(subject: Judged): Promise<readonly string[]> {
  const { clauses } = await catalogue;
  const own = clauses.filter(({ judges }) => judges === subject);
  return [...new Set(own.flatMap(({ feature }) => (feature === null ? [] : [feature])))];
}

function pathOf({ feature, line }: PlannedScenario): string {
  return `${feature}:${line}`;
}

/**
 * The embedded store is consistent at once, so what does not read back never will, and one look is enough. It answers
 * within milliseconds, so five seconds of silence are silence. It has no bad moments, so what fails is tried again
 * without a pause, and a bucket that does not go within a second stays. One bucket at a time, so that nothing is asked
 * of the store in the course of one scenario that another rests on.
 */
function impatient(target: Target): Target {
  const hasty = { readAfterWriteMs: 0, answerMs: 5_000, throttledMs: 1_000, backOffMs: 0, liveBuckets: 1 };
  return { ...target, limits: { ...target.limits, ...hasty } };
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
