import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { recordingsIn } from './format/recording-folder.ts';
import { RecordedRun, resultsOf } from './testing/recorded-run.ts';

/** A proof, because each worker loads the whole suite. */
const place = mkdtempSync(join(tmpdir(), 'recordings-'));
const directory = join(place, 'recordings');
const run = new RecordedRun(['AUTH-39', 'ENV-14', 'GBE-10', 'OBJ-22', 'READ-06'], place);

before(() => run.record(directory));
after(() => rmSync(place, { recursive: true }));

test('two workers replay what one recorded, and say the same to the letter', async () => {
  assert.deepEqual(resultsOf(await run.replay(directory, 2)), resultsOf(await run.replay(directory)));
});

test('two workers that record scenarios of the same clauses write the same bytes as one', async () => {
  const together = join(place, 'together');
  await run.record(together, undefined, 2);
  assert.deepEqual(recordingsIn(together), recordingsIn(directory));
});
