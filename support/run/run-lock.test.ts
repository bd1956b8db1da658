import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { RunLock } from './run-lock.ts';

describe('a reports directory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'run-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** As somebody else left it. */
  function locked(text: string): string {
    const path = join(directory, 'run.lock');
    writeFileSync(path, text);
    return path;
  }

  test('belongs to one run at a time, which is named', () => {
    const lock = RunLock.take(directory);
    assert.throws(() => RunLock.take(directory), taken(new RegExp(`\\(process ${process.pid} of`, 'u')));
    lock.release();
    RunLock.take(directory).release();
    assert.deepEqual(readdirSync(directory), []);
  });

  test('is free again when the run was killed', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    locked(JSON.stringify({ pid, host: hostname() }));
    RunLock.take(directory).release();
  });

  const others: readonly (readonly [whose: string, text: string])[] = [
    ['another machine', JSON.stringify({ pid: 1, host: 'elsewhere.example' })],
    ['a run that just begins', ''],
    ['a process whose id another one may have', JSON.stringify({ pid: process.pid, host: hostname() })],
  ];
  for (const [whose, text] of others)
    test(`is that of ${whose} for as long as there are signs of life`, () => {
      const path = locked(text);
      assert.throws(() => RunLock.take(directory), taken(/a run is at work there/u));
      const longAgo = new Date(Date.now() - 61_000);
      utimesSync(path, longAgo, longAgo);
      RunLock.take(directory).release();
    });
});

function taken(words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof ConfigurationError && words.test(error.message);
}
