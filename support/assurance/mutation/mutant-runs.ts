import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WorkerProcess } from '../worker-process.ts';
import type { TriedMutant } from './fate.ts';
import { groupSize, mutantGroups } from './mutant-groups.ts';
import { MutantLane } from './mutant-lane.ts';
import type { MutantOrder, MutantReply } from './mutant-orders.ts';
import { MutantReach } from './mutant-reach.ts';
import { MutantTrials } from './mutant-trials.ts';
import type { InstrumentedStore, Mutant, MutatedSource } from './mutants.ts';

const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
const program = new URL(`./mutant-worker${extension}`, import.meta.url);
const loader = new URL(`./instrumented-modules${extension}`, import.meta.url);

/** Mutants may take so many times what the suite takes on the sound store. */
const patienceFactor = 4;

/** How many mutants are tried before their survivors are: what is lost when a measurement is interrupted. */
const batchSize = 20 * groupSize;

/** How many processes try mutants; by default as many as there are cores. */
export interface MutationOptions {
  readonly workers?: number;
  readonly onTried?: (tried: TriedMutant) => void;
}

/** Tries the mutants that `isChosen`. Throws where the sound store fails. */
export async function tryMutants(
  { sources, mutants }: InstrumentedStore,
  isChosen: (mutant: Mutant) => boolean,
  { workers = availableParallelism(), onTried = () => undefined }: MutationOptions = {},
): Promise<readonly TriedMutant[]> {
  const directory = await mkdtemp(join(tmpdir(), 'oss-conformance-mutation-'));
  const lanes: MutantLane[] = [];
  try {
    const instrumented = join(directory, 'instrumented');
    await writeSources(instrumented, sources);
    const environment = { OSS_CONFORMANCE_INSTRUMENTED: instrumented };
    const nodeOptions = ['--import', loader.href];
    const startWorker = (): WorkerProcess<MutantOrder, MutantReply> =>
      new WorkerProcess<MutantOrder, MutantReply>({ program, directory, nodeOptions, environment });
    const first = new MutantLane(startWorker);
    lanes.push(first, ...Array.from({ length: workers - 1 }, () => new MutantLane(startWorker)));
    const clock = performance.now();
    const { reached } = await first.runBaseline();
    const patienceMs = patienceFactor * (performance.now() - clock);
    const reach = new MutantReach(reached, mutants);
    const trials = lanes.map((lane) => new MutantTrials(lane, reach, patienceMs));
    const chosen = mutants.filter(isChosen);
    const tried: TriedMutant[] = [];
    for (let at = 0; at < chosen.length; at += batchSize)
      tried.push(...(await tryBatch(chosen.slice(at, at + batchSize), trials, onTried)));
    await Promise.all(lanes.map((lane) => lane.end()));
    return tried;
  } finally {
    for (const lane of lanes) lane.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function writeSources(folder: string, sources: readonly MutatedSource[]): Promise<void> {
  for (const { file, instrumented } of sources) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, instrumented);
  }
}

/** Each mutant alone with its most telling scenarios, then the survivors in groups with all. */
async function tryBatch(
  mutants: readonly Mutant[],
  lanes: readonly MutantTrials[],
  onTried: (tried: TriedMutant) => void,
): Promise<readonly TriedMutant[]> {
  const tried: TriedMutant[] = [];
  const silent: TriedMutant[] = [];
  const finish = (one: TriedMutant): void => {
    tried.push(one);
    onTried(one);
  };
  await share(mutants, lanes, async (mutant, lane) => {
    const clock = performance.now();
    const fate = await lane.alone(mutant);
    const one = { mutant, ...fate, durationMs: performance.now() - clock };
    if (fate.fate === 'survived' && lane.hasMore(mutant)) silent.push(one);
    else finish(one);
  });
  const [first] = lanes;
  const byModules = Map.groupBy(silent, ({ mutant }) => first?.needsOwnModules(mutant) === true);
  const groups = [...byModules.values()].flatMap(mutantGroups);
  await share(groups, lanes, async (group, lane) => {
    const fates = await lane.together(group.map(({ mutant }) => mutant));
    for (const one of group) finish({ ...one, ...fates.get(one.mutant) });
  });
  return tried;
}

/** Each lane takes the next item when it has finished one. */
async function share<Item, Lane>(
  items: readonly Item[],
  lanes: readonly Lane[],
  work: (item: Item, lane: Lane) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, lane);
    }),
  );
}
