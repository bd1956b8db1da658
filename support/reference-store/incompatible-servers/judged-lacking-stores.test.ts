import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLedger } from '../../harness/buckets/ledger.ts';
import { verdictOnClause } from '../../harness/verdict/clause-verdict.ts';
import type { ReasonedVerdict, Verdict } from '../../harness/verdict/verdict.ts';
import type { ScenarioOutcome } from '../../harness/verdict/run-record.ts';
import { startTarget } from '../../run/reference-target.ts';
import { runSuite } from '../../run/run.ts';
import {
  refusingEncryption,
  withoutEncryption,
  withoutHead,
  withoutListing,
  withoutRequestIds,
  type LackingStore,
} from './lacking-stores.ts';

interface Judged {
  readonly what: string;
  readonly store: LackingStore;
  readonly features: readonly string[];
  readonly nonconformant: readonly string[];
  /** By the clause that blocks them. */
  readonly blocked: Readonly<Record<string, readonly string[]>>;
}

const judged: readonly Judged[] = [
  {
    what: 'a store that ignores ?encryption',
    store: withoutEncryption,
    features: ['features/authentication', 'features/errors', 'features/bucket-encryption/get-bucket-info.feature'],
    nonconformant: ['ENV-27'],
    blocked: {
      'ENV-27': [
        'AUTH-05',
        'AUTH-21',
        'AUTH-53',
        'ENV-01',
        'ENV-02',
        'ENV-04',
        'ENV-06',
        'ENV-16',
        'ENV-17',
        'ENV-31',
        'GBI-01',
        'GBI-02',
        'GBI-03',
        'GBI-04',
        'GBI-05',
        'GBI-06',
        'GBI-07',
      ],
    },
  },
  {
    what: 'a store behind a proxy that refuses ?encryption',
    store: refusingEncryption,
    features: [
      'features/errors/error-envelope-common-errors.feature',
      'features/bucket-encryption/delete-bucket-encryption.feature',
    ],
    nonconformant: [],
    blocked: {
      'GBE-01': [
        'DBE-01',
        'DBE-02',
        'DBE-04',
        'DBE-05',
        'DBE-06',
        'DBE-07',
        'DBE-09',
        'DBE-10',
        'ENV-16',
        'ENV-17',
        'ENV-27',
      ],
    },
  },
  {
    what: 'a store without HEAD',
    store: withoutHead,
    features: [
      'features/errors/error-envelope.feature',
      'features/objects/delete-object.feature',
      'features/objects/head-object.feature',
      'features/object-encryption/object-encryption-headers.feature',
    ],
    // Three of them ask for HEAD ?objectMeta, too.
    nonconformant: ['HEAD-01', 'HEAD-04', 'HEAD-05', 'HEAD-08', 'OBJ-06'],
    blocked: {
      'HEAD-01': ['ENV-08', 'HEAD-02', 'HEAD-03', 'HEAD-06', 'HEAD-07', 'HEAD-10', 'OBJ-08', 'OBJ-09', 'OBJ-17'],
    },
  },
  {
    what: 'a store without ListObjects',
    store: withoutListing,
    features: ['features/objects/delete-object.feature', 'features/listings'],
    nonconformant: ['LSO-04'],
    blocked: {},
  },
  {
    what: 'a store that drops the ids of requests',
    store: withoutRequestIds,
    features: ['features/errors', 'features/bucket-encryption/delete-bucket-encryption.feature'],
    nonconformant: ['DBE-02', 'ENV-02', 'ENV-04', 'ENV-06', 'ENV-31'],
    blocked: {},
  },
];

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

for (const { what, store, features, nonconformant, blocked } of judged)
  test(`${what}: every clause is judged that can be, and nothing is left behind`, async (t) => {
    const { target, close } = await startTarget(what, style, store);
    const reportsDirectory = await mkdtemp(join(tmpdir(), 'lacking-store-'));
    t.after(async () => {
      await close();
      await rm(reportsDirectory, { recursive: true });
    });
    const limits = { ...target.limits, readAfterWriteMs: 0, backOffMs: 0 };
    const { outcomes } = await runSuite(
      { ...target, limits },
      {
        selection: { clauses: [], tags: null, shard: null, paths: features },
        parallel: 0,
        reportsDirectory,
        formats: [],
        formatOptions: {},
      },
    );
    const clauses = clausesOf(outcomes);
    assert.deepEqual(idsOf(clauses, 'nonconformant'), nonconformant);
    assert.deepEqual(blockedIn(clauses), blocked);
    assert.deepEqual([...idsOf(clauses, 'inconclusive'), ...idsOf(clauses, 'harness-error')], []);
    assert.deepEqual(readLedger(reportsDirectory), []);
  });

type ClauseOutcome = ReasonedVerdict & { readonly id: string };

function clausesOf(outcomes: readonly ScenarioOutcome[]): readonly ClauseOutcome[] {
  const byClause = Map.groupBy(outcomes, ({ clause }) => clause);
  return [...byClause].map(([id, own]) => ({ id, ...verdictOnClause(own) }));
}

function idsOf(clauses: readonly ClauseOutcome[], verdict: Verdict): readonly string[] {
  return clauses
    .filter((clause) => clause.verdict === verdict)
    .map(({ id }) => id)
    .toSorted();
}

function blockedIn(clauses: readonly ClauseOutcome[]): Readonly<Record<string, readonly string[]>> {
  const all = clauses.filter(({ verdict }) => verdict === 'blocked');
  const byCause = Map.groupBy(all, ({ blockedBy }) => blockedBy ?? '');
  return Object.fromEntries([...byCause].map(([cause, own]) => [cause, own.map(({ id }) => id).toSorted()]));
}
