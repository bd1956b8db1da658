import { randomInt } from 'node:crypto';
import { loadCatalogue, type Catalogue } from '../harness/catalogue/catalogue.ts';
import { Inconclusive } from '../harness/verdict/finding.ts';
import { readLedger } from '../harness/buckets/ledger.ts';
import { reportLeftBuckets } from '../harness/buckets/bucket-removal.ts';
import { probe } from './preflight.ts';
import type { RunOptions } from './run-options.ts';
import { planScenarios } from './scenario-plan.ts';
import { runScenarios } from './scenarios.ts';
import type { RunRecord, ScenarioOutcome } from '../harness/verdict/run-record.ts';
import type { SubResourceGate } from '../harness/gate/sub-resource-gate.ts';
import { tryInstruments } from '../harness/instruments/instruments.ts';
import { gateScenario, instrumentsScenario, signatureScenario } from '../recordings/format/recorded-scenario.ts';
import type { SessionParameters } from '../harness/world/session.ts';
import { openBackend } from './backend-choice.ts';
import type { SubResource } from '../harness/gate/sub-resource.ts';
import { capabilities, type Target } from '../harness/target/target.ts';
import { closedToV1, refusalOfV1 } from './v1-probe.ts';
import { roundTripTo, bestWorkerCount } from './worker-count.ts';

/** Runs the suite against a target. Throws Inconclusive if the run cannot begin, ConfigurationError if the selection is empty. */
export async function runSuite(target: Target, options: RunOptions): Promise<RunRecord> {
  const started = new Date();
  const clock = performance.now();
  const [catalogue] = await Promise.all([
    loadCatalogue(options.features),
    isReplay(options) ? undefined : probe(target),
  ]);
  const parallel = options.parallel === 'auto' ? await chooseWorkers(catalogue, target, options) : options.parallel;
  const parameters = await openParameters(catalogue, target, { ...options, parallel });
  const outcomes = isOver(options) ? [] : await played(catalogue, parameters, { ...options, parallel });
  if (outcomes.length === 0 && isOver(options)) throw new Inconclusive('interrupted before anything was judged');
  return { target, catalogue, started, durationMs: performance.now() - clock, outcomes };
}

/** If a fault of our own stops the scenarios, such as a full disk, their buckets are left. */
async function played(...run: Parameters<typeof runScenarios>): Promise<readonly ScenarioOutcome[]> {
  try {
    return await runScenarios(...run);
  } finally {
    const [, { run: ours, reportsDirectory, tape }] = run;
    const left = tape?.mode === 'replay' ? [] : readLedger(reportsDirectory).filter((entry) => entry.run === ours);
    reportLeftBuckets(left.map(({ bucket, why = 'the run broke off' }) => `${bucket.name}: ${why}`));
  }
}

/**
 * Two workers next to a store in this process took as long as none on two cores, and half as much memory again. Recordings
 * are played by this thread alone, too.
 */
async function chooseWorkers(catalogue: Catalogue, target: Target, { selection, tape }: RunOptions): Promise<number> {
  if (target.kind !== 'endpoint' || tape !== undefined) return 0;
  const [planned, roundTripMs] = await Promise.all([planScenarios(catalogue, selection), roundTripTo(target)]);
  const { liveBuckets } = target.limits;
  return bestWorkerCount({ scenarios: planned.length, roundTripMs, liveBuckets });
}

/**
 * Names the run and runs its probes: the gate of every sub-resource that a clause file declares, and the instruments.
 * Scenarios of any family may use any of them.
 */
export async function openParameters(
  { subResources }: Pick<Catalogue, 'subResources'>,
  target: Target,
  {
    reportsDirectory,
    parallel,
    program,
    tape,
  }: Pick<RunOptions, 'reportsDirectory' | 'program' | 'tape'> & { readonly parallel: number },
): Promise<SessionParameters> {
  const parameters: SessionParameters = {
    target,
    run: newRunId(),
    gates: [],
    broken: [],
    v1Refusal: null,
    reportsDirectory,
    workers: Math.max(1, parallel),
    program: program === undefined ? { syntax: '1.x', deviation: null } : { path: program },
    waits: tape === undefined ? 'cut' : 'full',
    tape: tape ?? null,
  };
  const backend = await openBackend(parameters, 'gate');
  let isBrokenOff = false;
  try {
    const v1Refusal = mayRefuseV1(parameters) ? await backend.probe(signatureScenario, refusalOfV1) : null;
    // Accounts that may still use V1 cannot use it for new buckets, which are all that a run has.
    if (v1Refusal !== null && target.signature === 'v1') throw closedToV1(target.endpoint, v1Refusal);
    const gates: SubResourceGate[] = [];
    for (const subResource of subResources)
      gates.push(
        lacks(target, subResource)
          ? { name: subResource.name, isOpen: false, instrument: null }
          : await backend.probe(gateScenario(subResource), (session, conversation) =>
              session.tryGate(subResource, conversation),
            ),
      );
    const broken = await backend.probe(instrumentsScenario, tryInstruments);
    return { ...parameters, gates, broken, v1Refusal };
  } catch (error) {
    isBrokenOff = true;
    throw error;
  } finally {
    const left = await backend.close();
    // If the run continues, they are reported at its end.
    if (isBrokenOff) reportLeftBuckets(left);
  }
}

/** Recordings hold no such probe, and the reference store accepts V1. */
function mayRefuseV1({ target, tape }: SessionParameters): boolean {
  const { kind, signature, capabilities: offered } = target;
  return tape === null && kind === 'endpoint' && (signature === 'v1' || offered.includes('v1'));
}

/** A sub-resource may have the name of a capability. */
function lacks(target: Target, { name }: SubResource): boolean {
  return capabilities.some((capability) => capability === name && !target.capabilities.includes(capability));
}

function isOver({ signal }: RunOptions): boolean {
  return signal?.aborted === true;
}

/** There is no store to reach. */
function isReplay({ tape }: RunOptions): boolean {
  return tape?.mode === 'replay';
}

const runIdLetters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ten letters and digits: two runs never share a bucket name. */
function newRunId(): string {
  return Array.from({ length: 10 }, () => runIdLetters[randomInt(runIdLetters.length)]).join('');
}
