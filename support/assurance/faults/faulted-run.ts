import { describeAnswer } from '../../harness/conversation/answer-words.ts';
import { describeReading, readRule } from '../../harness/bucket-encryption/encryption-rule.ts';
import { Inconclusive, Nonconformance } from '../../harness/verdict/finding.ts';
import { verdictOfEnding } from '../../harness/verdict/scenario-verdict.ts';
import { readLedger } from '../../harness/buckets/ledger.ts';
import { probe } from '../../run/preflight.ts';
import { deleteBucketEncryption, getBucketEncryption } from '../../harness/bucket-encryption/encryption-requests.ts';
import { BucketRules } from '../../harness/bucket-encryption/bucket-rules.ts';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { prepareRule } from '../../harness/bucket-encryption/rule-preparation.ts';
import { openParameters } from '../../run/run.ts';
import { clientOf, type SessionParameters } from '../../harness/world/session.ts';
import { openBackend } from '../../run/backend-choice.ts';
import { sweep } from '../../harness/buckets/sweep.ts';
import type { Target } from '../../harness/target/target.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';
import { OssWorld } from '../../harness/world/world.ts';
import { FaultEnvironment } from './fault-environment.ts';
import { faultPointFacts, type Scenario } from './fault-points.ts';
import { durationOf, type Cell, type Ending } from './verdict-table.ts';

/** The result of the run of one cell. */
export interface FaultedRun {
  readonly ending: Ending | ReasonedVerdict['verdict'];
  readonly reason: string | null;
  /** What went wrong that never may, in words; normally empty. */
  readonly alarms: readonly string[];
}

/** Runs one scenario under the fault of the cell, then a sweep without it. */
export async function runUnderFault({ row, point, span }: Pick<Cell, 'row' | 'point' | 'span'>): Promise<FaultedRun> {
  const environment = await FaultEnvironment.open(row.over, row.limits ?? {});
  const { scenario, matches, from } = faultPointFacts[point];
  try {
    environment.proxy.inject({ fault: row.fault(environment), matches, from, duration: durationOf({ row, span }) });
    const { ending, reason } = await judge(environment, scenario);
    return { ending, reason, alarms: [...alarmsAfter(environment), ...(await alarmsOfBuckets(environment))] };
  } finally {
    await environment.close();
  }
}

/** In the order of `run`: the first look, the gate, the scenario, the clean-up. */
async function judge(
  { target, reports }: FaultEnvironment,
  scenario: Scenario,
): Promise<Pick<FaultedRun, 'ending' | 'reason'>> {
  const parameters = await begin(target, reports);
  if (parameters instanceof Inconclusive) return { ending: 'not begun', reason: parameters.message };
  const backend = await openBackend(parameters, '0');
  const world = new OssWorld(worldOptions);
  await backend.enter(world, { feature: '', clause: '', name: scenario, steps: '' });
  const { verdict, reason } = verdictOfEnding(await thrownBy(() => play[scenario](world)));
  await backend.leave(world, () => ({ verdict, reason }));
  const left = await backend.close();
  if (verdict !== 'conformant' || left.length === 0) return { ending: verdict, reason };
  return { ending: 'left', reason: left.join('; ').replaceAll(/ossc-\S+: /gu, '') };
}

async function begin(target: Target, reportsDirectory: string): Promise<SessionParameters | Inconclusive> {
  try {
    await probe(target);
    return await openParameters(await loadCatalogue(), target, { reportsDirectory, parallel: 0 });
  } catch (error) {
    if (error instanceof Inconclusive) return error;
    throw error;
  }
}

/** The steps of two scenarios of the features, as their step definitions carry them out. */
const play: Readonly<Record<Scenario, (world: OssWorld) => Promise<void>>> = {
  async 'deletes the rule'(world) {
    const bucket = await world.useBucket();
    await prepareRule(world, [['SSEAlgorithm', 'AES256']]);
    await world.ask('owner', deleteBucketEncryption(bucket.name));
    if (!world.wasAccepted) throw new Nonconformance('the request to be accepted', describeAnswer(world.answer));
    await world.part(BucketRules).require(bucket, 'no rule', ({ kind }) => kind === 'none');
  },
  async 'reads the rule'(world) {
    const bucket = await world.useBucket();
    await prepareRule(world, [['SSEAlgorithm', 'AES256']]);
    await world.ask('owner', getBucketEncryption(bucket.name));
    const reading = readRule(world.answer);
    if (reading.kind !== 'rule') throw new Nonconformance('the rule AES256', describeReading(reading));
  },
};

const worldOptions: ConstructorParameters<typeof OssWorld>[0] = {
  parameters: {},
  attach: async () => undefined,
  log: () => undefined,
  link: () => undefined,
};

async function thrownBy(action: () => Promise<void>): Promise<unknown> {
  try {
    await action();
    return null;
  } catch (error) {
    return error;
  }
}

function alarmsAfter({ proxy, elsewhere }: FaultEnvironment): readonly string[] {
  return [
    ...(proxy.hasFired ? [] : ['the fault never fired']),
    ...(elsewhere.visits === 0 ? [] : ['a redirection was followed']),
  ];
}

/** Each bucket that is left must be named in the ledger, and a sweep must remove it. */
async function alarmsOfBuckets(environment: FaultEnvironment): Promise<readonly string[]> {
  const named = new Set(readLedger(environment.reports).map(({ bucket }) => bucket.name));
  const nameless = (await environment.buckets()).filter((name) => !named.has(name));
  await environment.clear();
  const client = clientOf(environment.target);
  const { left } = await sweep(environment.target, client, environment.reports).finally(() => client.close());
  const remaining = [
    ...(await environment.buckets()),
    ...readLedger(environment.reports).map(({ bucket }) => bucket.name),
  ];
  return [
    ...(nameless.length === 0 ? [] : ['a bucket stayed that the ledger does not name']),
    ...left.map(({ why }) => `the sweep left a bucket: ${why}`),
    ...(remaining.length === 0 ? [] : ['something stayed behind the sweep']),
  ];
}
