import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { WorkerProcess } from '../worker-process.ts';
import { judgedStores, type StoreVerdicts } from './judged-stores.ts';

export interface StoreOrder {
  readonly store: string;
}

export type StoreReply = { readonly verdicts: StoreVerdicts } | { readonly fault: string };

type Verdicts = Readonly<Record<string, StoreVerdicts>>;

const file = new URL('verdicts-on-stores.yaml', import.meta.url);
const comment =
  '# What the whole suite says of each store. Written by `npm run -s proof:incompatible-servers -- --write`.\n';

/** Returns a complaint for each clause whose verdict on a store is not the one in the file. */
export async function compareVerdictsOnStores(directory: string): Promise<readonly string[]> {
  const [judged, text] = await Promise.all([judgeAll(directory), readFile(file, 'utf8')]);
  // The file is what `writeVerdictsOnStores` wrote.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const written = parse(text) as Verdicts;
  return judgedStores.flatMap((store) => {
    const [got, wanted] = [wordsOf(judged[store]), wordsOf(written[store])];
    return [
      ...got.filter((words) => !wanted.includes(words)).map((words) => `a store that ${store}: ${words}`),
      ...wanted.filter((words) => !got.includes(words)).map((words) => `a store that ${store}: no longer ${words}`),
    ];
  });
}

export async function writeVerdictsOnStores(directory: string): Promise<void> {
  await writeFile(file, comment + stringify(await judgeAll(directory), { flowCollectionPadding: false }));
}

/** Two at a time. */
async function judgeAll(directory: string): Promise<Verdicts> {
  const waiting = [...judgedStores];
  const judged: Record<string, StoreVerdicts> = {};
  const runLane = async (lane: string): Promise<void> => {
    const own = join(directory, lane);
    await mkdir(own);
    const worker = new WorkerProcess<StoreOrder, StoreReply>({ program, directory: own });
    try {
      for (let store = waiting.shift(); store !== undefined; store = waiting.shift()) {
        const reply = await worker.run({ store }, patienceMs);
        if ('fault' in reply) throw new Error(`a store that ${store}: ${reply.fault}`);
        judged[store] = reply.verdicts;
      }
    } finally {
      worker.stop();
    }
  };
  await Promise.all(['first', 'second'].map(runLane));
  return Object.fromEntries(judgedStores.flatMap((store) => (judged[store] ? [[store, judged[store]]] : [])));
}

const program = new URL('store-worker.ts', import.meta.url);

/** Far above what the whole suite takes. */
const patienceMs = 900_000;

/** `PBE-01 is blocked by ENV-27`. */
function wordsOf(verdicts: StoreVerdicts | undefined): readonly string[] {
  const { blocked = {}, ...others } = verdicts ?? {};
  return [
    ...Object.entries(others).flatMap(([verdict, ids]) => ids.map((id) => `${id} is ${verdict}`)),
    ...Object.entries(blocked).flatMap(([cause, ids]) => ids.map((id) => `${id} is blocked by ${cause}`)),
  ];
}
