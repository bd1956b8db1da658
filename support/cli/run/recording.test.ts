import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { unmergedIn } from '../../recordings/recorder/recording-merge.ts';
import { RunLock } from '../../run/run-lock.ts';
import { recordTarget } from './recording.ts';

test('a recording that another run keeps from beginning does not touch what that one has recorded', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [reports, recordings] = [join(folder, 'reports'), join(folder, 'recordings')];
  mkdirSync(reports);
  mkdirSync(join(unmergedIn(recordings), 'errors'), { recursive: true });
  const lock = RunLock.take(reports);
  t.after(() => lock.release());
  await assert.rejects(recordTarget({ reports, recordings, target: 'reference', allure: false }), ConfigurationError);
  assert.deepEqual(readdirSync(recordings), ['.unmerged']);
});
