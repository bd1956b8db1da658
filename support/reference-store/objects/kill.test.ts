import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { appendBytes, content, openObjectContext } from './testing/killed-program.ts';
import { openObject } from './object-reading.ts';
import type { ObjectContext } from './object-context.ts';
import { DataDirectory } from '../storage/data-directory.ts';
import { accepted } from './testing/test-object-context.ts';

const program = fileURLToPath(new URL('testing/killed-program.ts', import.meta.url));

describe('a killed store', () => {
  let directory: string;
  let dataDirectory: string;
  let masterKeyFile: string;
  /** The latest acknowledged write of each key. */
  const acknowledged = new Map<string, number>();

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'killed-store-'));
    dataDirectory = join(directory, 'data');
    masterKeyFile = join(directory, 'keys.json');
  });

  after(async () => {
    await rm(directory, { recursive: true });
  });

  /** Lets the program write, and kills it during the work after that many acknowledged writes. */
  async function writeAndKill(first: number, writes: number): Promise<void> {
    const child = spawn(process.execPath, [program, dataDirectory, masterKeyFile, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const [key = '', n] = line.split(' ');
      acknowledged.set(key, Number(n));
      seen += 1;
      if (seen === writes) child.kill('SIGKILL');
    }
    await exit;
    assert.equal(child.signalCode, 'SIGKILL');
  }

  for (const [round, writes] of [1, 2, 5, 12, 23].entries()) {
    it(`has every acknowledged object, whole, and nothing else after ${writes} writes`, async () => {
      await writeAndKill(round * 1000, writes);
      const opened = await DataDirectory.open(dataDirectory);
      const context = await openObjectContext(opened, masterKeyFile);
      for (const [key, n] of acknowledged) {
        const bytes = await read(context, key);
        if (key === 'append') assertAppended(bytes, n);
        else assertWritten(bytes, key, n);
      }
      assert.deepEqual(await bodyFiles(), await referencedFiles(context));
      await opened.close();
    });
  }

  async function bodyFiles(): Promise<string[]> {
    const names = await readdir(join(dataDirectory, 'objects', 'bucket'));
    assert.deepEqual(names.filter((name) => name.startsWith('.')), []); // prettier-ignore
    return names.filter((name) => name.endsWith('.body')).toSorted();
  }
});

async function referencedFiles(context: ObjectContext): Promise<string[]> {
  const { objects, uploads } = await context.storage.bucket('bucket');
  const records = await Promise.all(Array.from(objects.summaries(), ({ key }) => objects.read(key)));
  const parts = uploads.list().flatMap(({ uploadId }) => uploads.parts(uploadId) ?? []);
  const extents = [...records.flatMap((record) => record?.extents ?? []), ...parts.map(({ extent }) => extent)];
  return extents.map(({ file }) => file).toSorted();
}

async function read(context: ObjectContext, key: string): Promise<Buffer> {
  const reading = accepted(await openObject(context, { bucket: 'bucket', key }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of reading.read({ offset: 0, length: reading.record.size })) chunks.push(chunk);
  await reading.close();
  return Buffer.concat(chunks);
}

/** The acknowledged write, or a later one that was not acknowledged in time. */
function assertWritten(bytes: Buffer, key: string, n: number): void {
  const found = Number(/^\S+ (\d+)\|/.exec(bytes.toString('latin1', 0, 50))?.[1]);
  assert.ok(found >= n, `${key} holds write ${found}, but ${n} was acknowledged`);
  assert.ok(bytes.equals(content(key, found)), `${key} does not hold write ${found} whole`);
}

function assertAppended(bytes: Buffer, size: number): void {
  assert.ok(bytes.length >= size, `${size} bytes were acknowledged, ${bytes.length} are there`);
  for (let position = 0; position < bytes.length; position += appendBytes) {
    assert.ok(bytes.subarray(position, position + appendBytes).equals(Buffer.alloc(appendBytes, `${position}|`)));
  }
}
