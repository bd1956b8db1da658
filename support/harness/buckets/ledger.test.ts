import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { ConfigurationError } from '../target/configuration-error.ts';
import { compactLedger, Ledger, readLedger, type LedgerPlace } from './ledger.ts';

const place: LedgerPlace = { endpoint: 'http://127.0.0.1:9000', region: 'cn-hangzhou', addressing: 'path' };
const module = JSON.stringify(new URL('./ledger.ts', import.meta.url).href);

describe('the ledger', () => {
  let directory: string;
  let ledger: Ledger;
  let path: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledger-'));
    path = join(directory, 'ledger.jsonl');
    ledger = Ledger.open(directory, 'run-1', place);
  });
  afterEach(() => {
    ledger.close();
    rmSync(directory, { recursive: true });
  });

  function left(): string[] {
    return readLedger(directory).map(({ bucket, state }) => `${bucket.name} ${state}`);
  }

  test('holds the whole entry before the create is sent', async () => {
    await ledger.intend('ossc-a');
    const written: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'));
    const { at, ...entry } = written;
    assert.deepEqual(entry, { run: 'run-1', ...place, bucket: 'ossc-a', state: 'creating' });
    assert.match(at ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('counts as left what is being created and what was created', async () => {
    await ledger.intend('ossc-a');
    await ledger.intend('ossc-b');
    ledger.created('ossc-b');
    assert.deepEqual(left(), ['ossc-a creating', 'ossc-b created']);
  });

  test('forgets what was deleted', async () => {
    await ledger.intend('ossc-a');
    ledger.deleted(ledger.created('ossc-a'));
    assert.deepEqual(left(), []);
  });

  test('keeps, when it is made shorter, what is left and nothing else', async () => {
    await ledger.intend('ossc-a');
    await ledger.intend('ossc-b');
    ledger.deleted(ledger.created('ossc-a'));
    ledger.created('ossc-b');
    appendFileSync(path, '{"run":"half a li');
    compactLedger(directory);
    assert.deepEqual(left(), ['ossc-b created']);
    assert.deepEqual(
      readFileSync(path, 'utf8').match(/ossc-\w/gu),
      ['ossc-b', 'ossc-b'],
      'both entries of the bucket, for no entry is ever changed',
    );
    compactLedger(join(directory, 'without a ledger'));
  });

  test('never counts as left what the store did not make for us', async () => {
    await ledger.intend('ossc-a');
    await ledger.refused('ossc-a');
    assert.deepEqual(left(), []);
  });

  test('mints no bucket that it does not name, nor one that was refused', async () => {
    assert.throws(() => ledger.created('ossc-a'), /not in the ledger/);
    await ledger.intend('ossc-a');
    await ledger.refused('ossc-a');
    assert.throws(() => ledger.created('ossc-a'), /not in the ledger/);
    assert.deepEqual(left(), []);
  });

  for (const name of ['', 'ab', 'Big', 'a/../b', '-ab', 'ab-', 'a b', 'a'.repeat(64), 'ab\n']) {
    test(`takes ${JSON.stringify(name.slice(0, 10))} for no bucket's name, neither in nor out`, async () => {
      await assert.rejects(ledger.intend(name), /not a name/);
      await ledger.intend('ossc-a');
      const line = { run: 'run-1', ...place, bucket: name, at: 'now', state: 'created' };
      appendFileSync(path, `${JSON.stringify(line)}\n`);
      assert.deepEqual(left(), ['ossc-a creating']);
    });
  }

  test('distinguishes the endpoints, and remembers how to reach each', async () => {
    const other = {
      endpoint: 'https://oss-cn-beijing.aliyuncs.com',
      region: 'cn-beijing',
      addressing: 'virtual',
    } as const;
    const elsewhere = Ledger.open(directory, 'run-2', other);
    await ledger.intend('ossc-a');
    await elsewhere.intend('ossc-a');
    elsewhere.deleted(elsewhere.created('ossc-a'));
    await elsewhere.intend('ossc-b');
    elsewhere.close();
    const [here, there] = readLedger(directory);
    assert(here !== undefined && there !== undefined);
    assert.deepEqual([here.endpoint, here.bucket.name], [place.endpoint, 'ossc-a']);
    assert.deepEqual([there.endpoint, there.region, there.addressing, there.run], [...Object.values(other), 'run-2']);
  });

  test('may be settled by a later run', async () => {
    await ledger.intend('ossc-a');
    const later = Ledger.open(directory, 'run-2', place);
    for (const { bucket } of readLedger(directory)) later.deleted(bucket);
    later.close();
    assert.deepEqual(left(), []);
  });

  test('is empty if none was ever written', () => {
    assert.deepEqual(readLedger(join(directory, 'elsewhere')), []);
  });

  test('is refused in one line where it is a directory', () => {
    mkdirSync(join(directory, 'odd', 'ledger.jsonl'), { recursive: true });
    assert.throws(() => readLedger(join(directory, 'odd')), ConfigurationError);
  });

  for (const text of ['garbage\n', '[]\nnull\n', '{}', '\u{0}\u{0}\n'])
    test(`is refused in one line where it holds only ${JSON.stringify(text)}`, () => {
      writeFileSync(path, text);
      const noLedger = new ConfigurationError(
        `${path}: is not a ledger, because no line of it is an entry; move it away`,
      );
      assert.throws(() => readLedger(directory), noLedger);
      assert.throws(() => compactLedger(directory), noLedger);
      assert.equal(readFileSync(path, 'utf8'), text);
    });

  test('may hold nothing but the half line of a run that was killed at its first entry', () => {
    for (const text of ['', '\n', '{', '{"run":"run-1","endp', '{"run":"run-1","endp\n']) {
      writeFileSync(path, text);
      assert.deepEqual(left(), [], JSON.stringify(text));
    }
  });

  test('survives the half line of a killed run, and what is added behind it', async () => {
    await ledger.intend('ossc-a');
    appendFileSync(path, '{"run":"run-1","endpoint":"http://127.0.0.1:9000","reg');
    assert.deepEqual(left(), ['ossc-a creating']);
    const next = Ledger.open(directory, 'run-2', place);
    await next.intend('ossc-b');
    next.close();
    assert.deepEqual(left(), ['ossc-a creating', 'ossc-b creating']);
  });

  test('passes over lines that are no entries', async () => {
    writeFileSync(path, '\n[]\nnull\n1\n{"bucket":"ossc-z","state":"created","addressing":"path"}\n\u{0}\u{0}\n');
    await ledger.intend('ossc-a');
    assert.deepEqual(left(), ['ossc-a creating']);
  });

  test('keeps the lines of many threads whole', async () => {
    const entries = 150;
    const code = `
      const { workerData } = require('node:worker_threads');
      import(${module}).then(async ({ Ledger }) => {
        const ledger = Ledger.open(workerData.directory, 'run-' + workerData.worker, workerData.place);
        for (let i = 0; i < ${entries}; i += 1) await ledger.intend('ossc-' + workerData.worker + '-' + i);
      });`;
    const workers = [0, 1, 2, 3].map(
      (worker) => new Worker(code, { eval: true, workerData: { directory, place, worker } }),
    );
    await Promise.all(workers.map((worker) => once(worker, 'exit')));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, workers.length * entries);
    assert.equal(left().length, workers.length * entries);
  });

  test('names every bucket that a run had announced when it was killed', async () => {
    const code = `
      import(${module}).then(async ({ Ledger }) => {
        const ledger = Ledger.open(${JSON.stringify(directory)}, 'run-2', ${JSON.stringify(place)});
        for (let i = 0; ; i += 1) { await ledger.intend('ossc-' + i); process.stdout.write('ossc-' + i + '\\n'); }
      });`;
    const child = spawn(process.execPath, ['--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    let announced = '';
    for await (const chunk of child.stdout) {
      announced += String(chunk);
      if (announced.includes('ossc-20\n')) child.kill('SIGKILL');
    }
    const names = announced.split('\n').slice(0, -1);
    const known = new Set(left());
    assert(names.length > 20);
    assert.deepEqual(
      names.filter((name) => !known.has(`${name} creating`)),
      [],
    );
  });
});
