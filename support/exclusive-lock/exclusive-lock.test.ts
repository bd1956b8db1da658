import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ExclusiveLock } from './exclusive-lock.ts';

const thisModule = JSON.stringify(import.meta.resolve('./exclusive-lock.ts'));

describe('an exclusive lock', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'exclusive-lock-'));
    path = join(directory, 'lock');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function started(code: string): ChildProcessByStdio<null, Readable, null> {
    const program = `const { ExclusiveLock } = await import(${thisModule});\nconst path = ${JSON.stringify(path)};\n${code}`;
    return spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  test('is held by one at a time, who is named', () => {
    const lock = ExclusiveLock.take(path);
    assert.ok(lock);
    assert.equal(ExclusiveLock.take(path), null);
    assert.match(ExclusiveLock.holderOf(path) ?? '', new RegExp(`^process ${process.pid} of .`, 'u'));
    lock.release();
    lock.release();
    assert.equal(ExclusiveLock.holderOf(path), null);
    assert.deepEqual(readdirSync(directory), ['lock']);
    const next = ExclusiveLock.take(path);
    assert.ok(next);
    next.release();
  });

  test('is not held by one that cannot be named, as on a full disk', () => {
    mkdirSync(`${path}.holder`);
    assert.throws(() => ExclusiveLock.take(path), /EISDIR/u);
    rmSync(`${path}.holder`, { recursive: true });
    const lock = ExclusiveLock.take(path);
    assert.ok(lock);
    lock.release();
  });

  test('is free again when its holder is killed', async () => {
    const holder = started(`ExclusiveLock.take(path); console.log('held'); setInterval(() => {}, 1000);`);
    await once(holder.stdout, 'data');
    assert.equal(ExclusiveLock.take(path), null);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = ExclusiveLock.take(path);
    assert.ok(lock);
    lock.release();
  });

  // Each turn creates a directory and removes it: if two holders overlap, the second cannot create it.
  const contender = `
    const { mkdirSync, rmdirSync } = await import('node:fs');
    const { setTimeout } = await import('node:timers/promises');
    for (let turns = 0; turns < 10; ) {
      const lock = ExclusiveLock.take(path);
      if (lock !== null) {
        turns += 1;
        mkdirSync(path + '.turn');
        await setTimeout(Math.random() * 3);
        rmdirSync(path + '.turn');
        lock.release();
      }
      await setTimeout(Math.random() * 3);
    }`;
  test('never has two holders: three processes contend for a file that a killed one left', async () => {
    for (const left of ['', '{"pid":1,"host":"elsewhere"}']) {
      writeFileSync(path, left);
      const ends = Array.from({ length: 3 }, () => once(started(contender), 'exit'));
      assert.deepEqual(
        (await Promise.all(ends)).map(([code]: unknown[]) => code),
        [0, 0, 0],
      );
    }
  });

  test('prints no warning of Node about SQLite', () => {
    const program = `const { ExclusiveLock } = await import(${thisModule}); ExclusiveLock.take(${JSON.stringify(path)});`;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    assert.doesNotMatch(stderr, /SQLite/u);
  });

  test('says what the file system says where there can be no file', () => {
    assert.throws(() => ExclusiveLock.take(join(directory, 'missing', 'lock')), { code: 'ENOENT' });
  });
});
