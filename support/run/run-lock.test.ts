import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigurationError } from '../harness/target/configuration-error.ts';
import { RunLock } from './run-lock.ts';

test('a reports directory belongs to one run at a time, which is named', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'run-lock-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const lock = RunLock.take(directory);
  assert.throws(
    () => RunLock.take(directory),
    (error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(error.message, new RegExp(`another run is using .* \\(process ${process.pid} of .*--reports$`, 'u'));
      return true;
    },
  );
  lock.release();
  RunLock.take(directory).release();
});
