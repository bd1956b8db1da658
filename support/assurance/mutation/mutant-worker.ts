import { startReferenceTarget } from '../../run/reference-target.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import type { ScenarioListener } from '../../run/scenario-collector.ts';
import { InProcessSuite, StoreComplaints } from '../in-process-suite.ts';
import { beginGeneration, returnToFirstGeneration } from './module-generation.ts';
import { phases, type MutantOrder, type MutantReply } from './mutant-orders.ts';
import { activate, deactivate, enterPhase, isOverLimit, reached } from './mutant-switch.ts';

/** The worker process of the mutation score. Its store has all mutants in it (instrumented-modules.ts). */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by "npm run mutation"');
const suite = new InProcessSuite(directory);

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const order = message as MutantOrder;
  void carryOut(order).then((reply) => send(reply));
});

async function carryOut(order: MutantOrder): Promise<MutantReply> {
  const complaints = new StoreComplaints();
  try {
    const reply = order.kind === 'baseline' ? await runBaseline() : await tryMutant(order);
    if (isOverLimit()) return { kind: 'loops' };
    return complaints.first === null ? reply : { kind: 'crashed', why: complaints.first };
  } catch (error) {
    if (isOverLimit()) return { kind: 'loops' };
    const why = error instanceof Error ? error.message : String(error);
    const isAboutStore = error instanceof Inconclusive || error instanceof ConfigurationError;
    return { kind: isAboutStore ? 'not opened' : 'crashed', why };
  } finally {
    deactivate();
    returnToFirstGeneration();
    complaints.stopListening();
  }
}

async function runBaseline(): Promise<MutantReply> {
  enterPhase(phases.load);
  // The first store loads the modules, those of the families too.
  await (await startStore()).close();
  enterPhase(phases.start);
  const started = await startStore();
  enterPhase(phases.opening);
  const listener: ScenarioListener = {
    scenarioStarted: (feature, line) => enterPhase(`${feature}:${line}`),
    // Its buckets are still being removed; what that reaches counts for it.
    scenarioFinished: () => undefined,
  };
  const scenarios = await suite.judgeStore(started, null, { listener });
  return { kind: 'baseline', scenarios, reached: reached() };
}

/** Runs the scenarios until one of them is nonconformant. */
async function tryMutant({
  id,
  isStatic,
  hitLimit,
  scenarios: only,
}: Extract<MutantOrder, { kind: 'mutant' }>): Promise<MutantReply> {
  activate(id, hitLimit);
  if (isStatic) beginGeneration();
  const isKilled = new AbortController();
  const listener: ScenarioListener = {
    scenarioStarted: () => undefined,
    scenarioFinished(verdict) {
      if (verdict === 'nonconformant') isKilled.abort();
    },
  };
  const scenarios = await suite.judgeStore(await startStore(), only, { listener, signal: isKilled.signal });
  return { kind: 'judged', scenarios };
}

function startStore(): ReturnType<typeof startReferenceTarget> {
  return startReferenceTarget({ region: 'cn-hangzhou', addressing: 'path', without: [], signature: 'v4' });
}
