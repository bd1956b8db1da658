import { sideRequests, type SideRequest } from '../../harness/conversation/side-requests.ts';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { Inconclusive } from '../../harness/verdict/finding.ts';
import type { ScenarioListener } from '../../run/scenario-collector.ts';
import { startReferenceTarget } from '../../run/reference-target.ts';
import { InProcessSuite, StoreComplaints } from '../in-process-suite.ts';
import { beginGeneration, returnToFirstGeneration } from './module-generation.ts';
import { phases, type MutantOrder, type MutantReply } from './mutant-orders.ts';
import { activate, deactivate, enterPhase, isOverLimit, reached, resume, suspend } from './mutant-switch.ts';

/** The worker process of the mutation score. Its store has all mutants in it (instrumented-modules.ts). */
const [, , directory = '.'] = process.argv;
const send = process.send?.bind(process);
if (send === undefined) throw new Error('this program is started by "npm run mutation"');
const suite = new InProcessSuite(directory);

/** 64 MiB take many seconds where each loop over bytes counts its mutants. The smaller sizes go the same ways. */
const slowObject = '67108864 bytes';

type Trial = Extract<MutantOrder, { kind: 'mutants' }>;

process.on('message', (message: unknown) => {
  // Both ends are ours and of one version.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const order = message as MutantOrder;
  void carryOut(order).then((reply) => send(reply));
});

async function carryOut(order: MutantOrder): Promise<MutantReply> {
  try {
    const reply = order.kind === 'baseline' ? await runBaseline() : await tryMutants(order);
    return isOverLimit() ? { kind: 'loops' } : reply;
  } catch (error) {
    if (isOverLimit()) return { kind: 'loops' };
    const why = error instanceof Error ? error.message : String(error);
    const isAboutStore = error instanceof Inconclusive || error instanceof ConfigurationError;
    return { kind: isAboutStore ? 'not opened' : 'crashed', why };
  } finally {
    deactivate();
    returnToFirstGeneration();
  }
}

async function runBaseline(): Promise<MutantReply> {
  const complaints = new StoreComplaints();
  enterPhase(phases.load);
  // The first store loads the modules, those of the families too.
  await (await startStore()).close();
  enterPhase(phases.start);
  const started = await startStore();
  enterPhase(phases.opening);
  let phase: string = phases.opening;
  // The bucket of one scenario may still be removed when the next one begins, which waits for it.
  let isRemoving = false;
  const enter = (): void => enterPhase(isRemoving ? phases.removal : phase);
  const change = (removing: boolean): void => {
    isRemoving = removing;
    enter();
  };
  const stopWatching = watch(new Set(['removal']), { begin: () => change(true), end: () => change(false) });
  const listener: ScenarioListener = {
    scenarioStarted(feature, line) {
      phase = `${feature}:${line}`;
      enter();
    },
    scenarioFinished: () => undefined,
  };
  try {
    const quick = (await suite.scenariosOnStore()).filter(({ name }) => !name.includes(slowObject));
    const scenarios = await suite.judgeStore(started, quick, { listener });
    if (complaints.first !== null) return { kind: 'crashed', why: complaints.first };
    return { kind: 'baseline', scenarios, reached: reached() };
  } finally {
    stopWatching();
    complaints.stopListening();
  }
}

/** What the sound store answers, with each choice. */
const soundFor: Readonly<Record<Trial['activeFor'], ReadonlySet<SideRequest['purpose']>>> = {
  'every request': new Set(['removal']),
  'judged requests': new Set(['removal', 'preparation', 'control']),
};

/** Opens the run on the sound store, and runs the scenarios on the mutated one. */
async function tryMutants({ ids, isStatic, hitLimit, scenarios: only, activeFor, until }: Trial): Promise<MutantReply> {
  activate(ids, hitLimit);
  if (isStatic) beginGeneration();
  const started = await startStore();
  const isOver = new AbortController();
  const listener: ScenarioListener = {
    scenarioStarted: () => undefined,
    scenarioFinished(verdict) {
      const isAsBefore = verdict === 'conformant' || verdict === 'observed';
      if (verdict === 'nonconformant' || (until === 'not as before' && !isAsBefore)) isOver.abort();
    },
  };
  try {
    suspend();
    const parameters = await suite.open(started.target);
    resume();
    const stopWatching = watch(soundFor[activeFor], { begin: suspend, end: resume });
    try {
      const paths = only.map(({ feature, line }) => `${feature}:${line}`);
      const scenarios = await suite.run(paths, parameters, { listener, signal: isOver.signal });
      if (scenarios.length < only.length && !isOver.signal.aborted)
        return { kind: 'crashed', why: `${only.length - scenarios.length} scenarios did not run` };
      return { kind: 'judged', scenarios };
    } finally {
      stopWatching();
    }
  } finally {
    await started.close();
  }
}

/** Calls `begin` before the first and `end` after the last of the requests with those purposes that overlap. */
function watch(
  purposes: ReadonlySet<SideRequest['purpose']>,
  { begin, end }: { readonly begin: () => void; readonly end: () => void },
): () => void {
  let inProgress = 0;
  const subscribers = {
    start({ purpose }: SideRequest): void {
      if (!purposes.has(purpose)) return;
      inProgress += 1;
      if (inProgress === 1) begin();
    },
    asyncEnd({ purpose }: SideRequest): void {
      if (!purposes.has(purpose)) return;
      inProgress -= 1;
      if (inProgress === 0) end();
    },
    end: ignore,
    asyncStart: ignore,
    error: ignore,
  };
  sideRequests.subscribe(subscribers);
  return () => sideRequests.unsubscribe(subscribers);
}

function ignore(): void {
  // Only the beginning and the end of a request matter.
}

function startStore(): ReturnType<typeof startReferenceTarget> {
  return startReferenceTarget({ region: 'cn-hangzhou', addressing: 'path', without: [], signature: 'v4' });
}
