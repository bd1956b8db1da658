import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../programs.ts';
import { median, type Measurement, type Row } from '../measurement.ts';
import { memoryOf } from '../programs.ts';
import { carryOut, ServedObjects, type Transfer } from '../served-objects.ts';

const fileServer = fileURLToPath(new URL('../file-server.ts', import.meta.url));

interface Comparison {
  readonly method: 'PUT' | 'GET';
  readonly size: string;
  readonly bytes: number;
  /** Transfers in a sample. */
  readonly transfers: number;
  readonly samples: number;
  readonly aim?: { readonly atLeast: number };
  readonly limit?: string;
}

const small = { size: '1 KiB', bytes: 1024, transfers: 100, samples: 15 };
const large = { size: '64 MiB', bytes: 64 * 1024 ** 2, transfers: 1, samples: 5, aim: { atLeast: 0.7 } };
const putLimit = `A thread of its own computes the MD5 of the body at some 600 MB/s, in parallel to the encryption in the main thread. With
the client that makes three threads for two cores. With free cores the store keeps up.`;
const getLimit = `Every segment is authenticated before a byte of it is sent.`;

const inMemoryOfTheSystem: readonly Comparison[] = [
  { method: 'PUT', ...small },
  { method: 'GET', ...small },
  { method: 'PUT', ...large, limit: putLimit },
  { method: 'GET', ...large, limit: getLimit },
];
const onTheDisk: readonly Comparison[] = [
  { method: 'PUT', ...small },
  { method: 'PUT', ...large, limit: putLimit },
];

export default {
  title: 'The reference store and objects',
  explanation: `\`serve\` in a process of its own against a bare node:http server that pipes the body of a PUT into a file and a file
into the answer of a GET. The client is bare node:http too, and sends the same signed request to both in turn. Beyond
moving bytes, the store verifies the signature, computes the MD5 for PutObject's ETag, encrypts in authenticated segments,
writes a record, and checks what it reads. At 1 KiB the ratio has no aim.

Without \`--data\` the records are in memory and the bytes in files that are not forced to the disk; the server it is compared
with does not force its file either. With \`--data\` acknowledged data survives a power cut, and the record is a file too; that
store is compared with a server that forces its file to the disk before it answers.

Memory is the growth of the store's resident set after four objects of 64 MiB have passed, while 20 more pass, two at a
time.`,

  async *measure() {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
    yield* against(['unforced'], inMemoryOfTheSystem, () => ServedObjects.start(folder.path));
    yield* against(['forced'], onTheDisk, () => ServedObjects.start(folder.path, join(folder.path, 'data')));
    yield await memoryGrowth(folder.path);
  },
} satisfies Measurement;

async function* against(
  words: readonly ['forced' | 'unforced'],
  comparisons: readonly Comparison[],
  start: () => Promise<ServedObjects>,
): AsyncIterable<Row> {
  const store = await start();
  const scratch = await startProgram([fileServer, ...words]);
  try {
    for (const comparison of comparisons) yield* await compare(store, scratch.firstLine, comparison, words[0]);
  } finally {
    await scratch.end();
    await store.end();
  }
}

async function compare(
  store: ServedObjects,
  scratch: string,
  { method, size, bytes, transfers, samples, aim, limit }: Comparison,
  durability: 'forced' | 'unforced',
): Promise<readonly Row[]> {
  const content = Buffer.alloc(bytes, 'some bytes of an object ');
  const buckets = ['plain', 'encrypted'] as const;
  for (const bucket of buckets) await carryOut(store.transfer('PUT', bucket, content), store.endpoint);
  await carryOut(store.transfer('PUT', 'plain', content), scratch);
  const seconds = { scratch: [] as number[], plain: [] as number[], encrypted: [] as number[] };
  // The first samples pay for what is compiled and cached.
  for (let sample = -2; sample < samples; sample += 1) {
    const bare = await secondsOf(store.transfer(method, 'plain', content), scratch, transfers);
    const plain = await secondsOf(store.transfer(method, 'plain', content), store.endpoint, transfers);
    const encrypted = await secondsOf(store.transfer(method, 'encrypted', content), store.endpoint, transfers);
    if (sample < 0) continue;
    seconds.scratch.push(bare);
    seconds.plain.push(plain);
    seconds.encrypted.push(encrypted);
  }
  const rate = (list: readonly number[]): string =>
    bytes > 1024 ** 2
      ? `${(bytes / 1024 ** 2 / median(list)).toFixed(0)} MiB/s`
      : `${(1 / median(list)).toFixed(0)} requests a second`;
  return buckets.map((bucket) => ({
    what: `${method === 'PUT' ? 'PutObject' : 'GetObject'} of ${size}, ${bucket === 'plain' ? 'unencrypted' : 'AES256'}${durability === 'forced' ? ', forced to the disk' : ''}, as a share of a bare server's rate`,
    samples: seconds.scratch.map((time, sample) => time / (seconds[bucket][sample] ?? Number.NaN)),
    unit: '×' as const,
    ...(aim === undefined ? {} : { aim }),
    behind: `${rate(seconds[bucket])} and ${rate(seconds.scratch)}`,
    ...(limit === undefined ? {} : { limit }),
  }));
}

/** Seconds a transfer. */
async function secondsOf(transfer: Transfer, endpoint: string, transfers: number): Promise<number> {
  const began = performance.now();
  for (let count = 0; count < transfers; count += 1) await carryOut(transfer, endpoint);
  return (performance.now() - began) / 1_000 / transfers;
}

async function memoryGrowth(folder: string): Promise<Row> {
  const store = await ServedObjects.start(folder);
  const content = Buffer.alloc(64 * 1024 ** 2, 'some bytes of an object ');
  const cycle = async (): Promise<void> => {
    for (const method of ['PUT', 'GET'] as const)
      await Promise.all(
        (['plain', 'encrypted'] as const).map((bucket) =>
          carryOut(store.transfer(method, bucket, content), store.endpoint),
        ),
      );
  };
  try {
    await cycle();
    const before = await memoryOf(store.processId);
    const samples: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      await cycle();
      samples.push((await memoryOf(store.processId)) - before);
    }
    return {
      what: 'growth of the store in memory while objects of 64 MiB stream',
      samples,
      unit: 'MB',
      aim: { atMost: 64 },
      behind: `${before.toFixed(0)} MB before`,
    };
  } finally {
    await store.end();
  }
}
