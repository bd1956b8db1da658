import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import * as silent from './silent-answers.ts';

/** They speak of dates, request ids, error documents, the body of a rule, and of whether the bucket is there. */
const clauses = ['ENV-01', 'ENV-02', 'ENV-06', 'ENV-08', 'ENV-10', 'ENV-27', 'ENV-31', 'GBE-02', 'GBE-15', 'PBE-17'];

/** Their headers are all there, and they speak of nothing else. */
const ofHeaders = [
  'ENV-01 An accepted request is answered with a date',
  'ENV-02 A write is answered with a request id',
  'ENV-02 A read is answered with a request id',
  'ENV-02 A deletion is answered with a request id',
  'ENV-31 An accepted request has an id of that form',
  'GBE-15 An accepted reading has one',
  'PBE-17 An accepted rule is answered with these',
];

/** What is still conformant, and why that is true. */
const seen: readonly (readonly [what: string, store: silent.SilentAnswers, conformant: readonly string[]])[] = [
  [
    'no headers',
    silent.withoutHeaders,
    [
      // Bodies say all of this.
      'ENV-10 A read in a missing bucket names the bucket',
      'ENV-27 Reading the rule does not list the objects',
      'ENV-27 Setting the rule does not create the bucket',
      'ENV-27 Deleting the rule does not delete the bucket',
      'GBE-02 Reading a rule is answered with 200',
    ],
  ],
  [
    'no bodies',
    silent.withoutBodies,
    [
      ...ofHeaders,
      // An answer to HEAD has no body: the header has the error.
      'ENV-08 HEAD on a missing object carries the error in the header',
      'ENV-08 HEAD with a wrong secret carries the error in the header',
    ],
  ],
  ['nothing but success', silent.withNothingButSuccess, ofHeaders],
];
for (const [what, store, conformant] of seen)
  test(`answers with ${what} make nothing conformant that was not seen`, async (t) => {
    const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;
    const { target, close } = await startTarget(what, style, store);
    const reportsDirectory = await mkdtemp(join(tmpdir(), 'silent-answers-'));
    t.after(async () => {
      await close();
      await rm(reportsDirectory, { recursive: true });
    });
    const limits = { ...target.limits, readAfterWriteMs: 0, backOffMs: 0 };
    const { outcomes } = await runSuite(
      { ...target, limits },
      {
        selection: { clauses, tags: null, shard: null },
        parallel: 0,
        reportsDirectory,
        formats: [],
        formatOptions: {},
      },
    );
    const found = outcomes.filter(({ verdict }) => verdict === 'conformant' || verdict === 'observed');
    assert.deepEqual(found.map(({ clause, name }) => `${clause} ${name}`).toSorted(), conformant.toSorted());
    assert.deepEqual(
      outcomes.filter(({ verdict }) => verdict === 'harness-error'),
      [],
    );
  });
