import { describeAnswer } from '../../harness/conversation/answer-words.ts';
import { describeReading, readRule } from '../../harness/bucket-encryption/encryption-rule.ts';
import { Inconclusive, verdictOfEnding, Nonconformance } from '../../harness/verdict/finding.ts';
import { loadCatalogue } from '../../harness/catalogue/catalogue.ts';
import { readLedger } from '../../harness/buckets/ledger.ts';
import { probe } from '../../run/preflight.ts';
import { deleteBucketEncryption, getBucketEncryption } from '../../harness/bucket-encryption/encryption-requests.ts';
import { BucketRules } from '../../harness/bucket-encryption/bucket-rules.ts';
import { prepareRule } from '../../harness/bucket-encryption/rule-preparation.ts';
import { openParameters } from '../../run/run.ts';
import { clientOf, type SessionParameters } from '../../harness/world/session.ts';
import { openBackend } from '../../run/backend.ts';
import { sweep } from '../../harness/buckets/sweep.ts';
import type { Target } from '../../harness/target/target.ts';
import type { ReasonedVerdict } from '../../harness/verdict/verdict.ts';
import { OssWorld } from '../../harness/world/world.ts';
import { TestBench } from './faulted-run.ts';
import { momentFacts, type Scenario } from './fault-points.ts';
import { durationOf, type Cell, type Ending } from './table.ts';

/** What a trial of one cell showed. */
export interface Trial {
  readonly ending: Ending | ReasonedVerdict['verdict'];
  readonly reason: string | null;
  /** What must never be, in words; empty where all is well. */
  readonly alarms: readonly string[];
}

/** Runs one scenario while the fault of the cell is at work, then without it a sweep. */
export async function tryCell({ row, moment, span }: Pick<Cell, 'row' | 'moment' | 'span'>): Promise<Trial> {
  const bench = await TestBench.open(row.over, row.limits ?? {});
  const { scenario, strikes, from } = momentFacts[moment];
  try {
    bench.proxy.inject({ fault: row.fault(bench), strikes, from, duration: durationOf({ row, span }) });
    const { ending, reason } = await judge(bench, scenario);
    return { ending, reason, alarms: [...alarmsAfter(bench), ...(await alarmsOfBuckets(bench))] };
  } finally {
    await bench.close();
  }
}

/** As `run` does it: the first look, the gate, the scenario, the clean-up. */
async function judge({ target, reports }: TestBench, scenario: Scenario): Promise<Pick<Trial, 'ending' | 'reason'>> {
  const parameters = await begin(target, reports);
  if (parameters instanceof Inconclusive) return { ending: 'not begun', reason: parameters.message };
  const stage = await openBackend(parameters, '0');
  const world = new OssWorld(worldOptions);
  await stage.enter(world, { feature: '', clause: '', name: scenario, steps: '' });
  const { verdict, reason } = verdictOfEnding(await thrownBy(() => play[scenario](world)));
  await stage.leave(world, () => ({ verdict, reason }));
  const left = await stage.close();
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

/** The steps of two scenarios of the features, in the words of the code that stands behind them. */
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

function alarmsAfter({ proxy, elsewhere }: TestBench): readonly string[] {
  return [
    ...(proxy.hasStruck ? [] : ['the fault never struck']),
    ...(elsewhere.visits === 0 ? [] : ['a redirection was followed']),
  ];
}

/** Whatever happened, each bucket that is still there must be named in the ledger, and a sweep must take it away. */
async function alarmsOfBuckets(bench: TestBench): Promise<readonly string[]> {
  const named = new Set(readLedger(bench.reports).map(({ bucket }) => bucket.name));
  const nameless = (await bench.buckets()).filter((name) => !named.has(name));
  await bench.mend();
  const client = clientOf(bench.target);
  const { left } = await sweep(bench.target, client, bench.reports).finally(() => client.close());
  const remaining = [...(await bench.buckets()), ...readLedger(bench.reports).map(({ bucket }) => bucket.name)];
  return [
    ...(nameless.length === 0 ? [] : ['a bucket stayed that the ledger does not name']),
    ...left.map(({ why }) => `the sweep left a bucket: ${why}`),
    ...(remaining.length === 0 ? [] : ['something stayed behind the sweep']),
  ];
}
