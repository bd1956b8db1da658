import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { Session } from '../harness/world/session.ts';
import type { RunRecord } from '../harness/verdict/run-record.ts';
import { startReferenceTarget, type StartedTarget } from './reference-target.ts';
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

let started: StartedTarget;
let reportsDirectory = '';

before(async () => {
  started = await startReferenceTarget({ region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] });
  reportsDirectory = await mkdtemp(join(tmpdir(), 'broken-off-run-'));
});
after(async () => {
  await started.close();
  await rm(reportsDirectory, { recursive: true });
});

function run(...formats: readonly string[]): Promise<RunRecord> {
  const selection = { clauses: ['DBE-01'], tags: null, shard: null };
  return runSuite(started.target, { selection, parallel: 0, reportsDirectory, formats, formatOptions: {} });
}

/** Those of the scenarios: the probes before them have one of their own. */
function breakScenarioSessions(method: 'open' | 'close'): Disposable {
  const open = Session.open.bind(Session);
  const failing = mock.method(Session, 'open', (...given: Parameters<typeof open>) => {
    if (given[1] === 'gate') return open(...given);
    if (method === 'open') throw new Error('no file descriptor is left');
    const session = open(...given);
    mock.method(session, 'close', () => Promise.reject(new Error('no file descriptor is left')));
    return session;
  });
  return { [Symbol.dispose]: () => failing.mock.restore() };
}

for (const [when, method] of [
  ['before its scenarios', 'open'],
  ['after its scenarios', 'close'],
] as const)
  test(`a run in which our own fault occurs ${when} fails, and says why`, async (context) => {
    context.mock.method(process.stderr, 'write', () => true);
    using _broken = breakScenarioSessions(method);
    await assert.rejects(run(), /broke off: .*no file descriptor is left/su);
  });

// The last one, because the steps that cucumber loaded are lost with this run, and it cannot load them twice.
test('a run that our own fault breaks off names the buckets that it leaves', async (context) => {
  const format = join(reportsDirectory, 'broken-reporter.mjs');
  await writeFile(format, brokenReporter);
  const told: string[] = [];
  context.mock.method(process.stderr, 'write', (text: string) => told.push(text) > 0);
  await assert.rejects(run(format));
  // One write, of which nothing can be lost.
  const [text = '', ...others] = told;
  assert.deepEqual(others, []);
  assert.match(text, /^(?:left behind: ossc-[a-z0-9-]+: the run broke off; "sweep" tries again\n)+$/u);
});
