import { startDryRunTarget, startReferenceTarget } from '../../run/reference-target.ts';
import type { SignatureVersion } from '../../harness/target/target.ts';
import type { JudgedProgram } from '../../harness/world/session.ts';
import { InProcessSuite, StoreComplaints, type SeenScenario } from '../in-process-suite.ts';
import type { DeviationOrder, DeviationReply } from './deviation-orders.ts';
import { ScenarioReach } from './scenario-reach.ts';

/** The worker process of the kill matrix. For each order: a store, the suite against it, and a reply. */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by the command "deviations"');
const suite = new InProcessSuite(directory);

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const order = message as DeviationOrder;
  void carryOut(order).then((reply) => send(reply));
});

async function carryOut(order: DeviationOrder): Promise<DeviationReply> {
  const complaints = new StoreComplaints();
  try {
    const reply = await perform(order);
    return complaints.first === null ? reply : { fault: complaints.first };
  } catch (error) {
    return { fault: `the run broke off: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    complaints.stopListening();
  }
}

async function perform(order: DeviationOrder): Promise<DeviationReply> {
  switch (order.kind) {
    case 'baseline':
      return {
        scenarios: await suite.judgeStore(await startReferenceTarget(signedBy(order.signature)), null),
        reach: {},
      };
    case 'dry run': {
      const reach = new ScenarioReach();
      const dryRun = await startDryRunTarget(signedBy(order.signature), order.deviations, (name) => reach.add(name));
      return { scenarios: await suite.judgeStore(dryRun, null, { listener: reach }), reach: reach.scenarios };
    }
    case 'deviation': {
      const deviating = await startReferenceTarget(signedBy('v4'), order.deviation);
      return { scenarios: await suite.judgeClauses(deviating, order.clause, order.scenarios), reach: {} };
    }
    case 'program':
      return { scenarios: await judgeProgram({ syntax: order.syntax, deviation: order.deviation }), reach: {} };
  }
}

function signedBy(signature: SignatureVersion): Parameters<typeof startReferenceTarget>[0] {
  return { region: 'cn-hangzhou', addressing: 'path', without: [], signature };
}

/** Runs all scenarios that judge a program, against the sound store. */
async function judgeProgram(program: JudgedProgram): Promise<readonly SeenScenario[]> {
  const started = await startReferenceTarget(signedBy('v4'));
  try {
    const parameters = { ...(await suite.open(started.target)), program };
    const seen = await suite.run(await suite.featuresOn('program'), parameters);
    // This store lacks nothing, so that these are about the other command line.
    return seen.filter(({ verdict }) => verdict !== 'unsupported');
  } finally {
    await started.close();
  }
}
