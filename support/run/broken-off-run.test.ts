import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startReferenceTarget } from './reference-target.ts';
import { runSuite } from './run.ts';

/** What Allure's reporter does if the disk is full. */
const brokenReporter = `
export default class {
  constructor({ eventBroadcaster }) {
    eventBroadcaster.on('envelope', ({ testCaseFinished }) => {
      if (testCaseFinished) throw new Error('no space left on device');
    });
  }
}`;

test('a run that our own fault breaks off names the buckets that it leaves', async (context) => {
  const reportsDirectory = await mkdtemp(join(tmpdir(), 'broken-off-run-'));
  const format = join(reportsDirectory, 'broken-reporter.mjs');
  await writeFile(format, brokenReporter);
  const told: string[] = [];
  context.mock.method(process.stderr, 'write', (text: string) => told.push(text) > 0);
  const { target, close } = await startReferenceTarget({
    region: 'cn-hangzhou',
    addressing: 'path',
    signature: 'v4',
    without: [],
  });
  const selection = { clauses: ['DBE-01'], tags: null, shard: null };
  const run = runSuite(target, { selection, parallel: 0, reportsDirectory, formats: [format], formatOptions: {} });
  await assert.rejects(run);
  // One write, of which nothing can be lost.
  const [text = '', ...others] = told;
  assert.deepEqual(others, []);
  assert.match(text, /^(?:left behind: ossc-[a-z0-9-]+: the run broke off; "sweep" tries again\n)+$/u);
  await close();
  await rm(reportsDirectory, { recursive: true });
});
