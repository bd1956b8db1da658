import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import {
  refusingEncryption,
  withoutAbort,
  withoutBucketCalls,
  withoutEncryption,
  withoutHead,
  withoutListing,
  withoutPartListing,
  withoutRequestIds,
  withoutSecondListing,
  withoutUploads,
  type LackingStore,
} from './lacking-stores.ts';
import { StoreVerdicts } from './testing/store-verdicts.ts';

/** A few clauses; `npm run proof:incompatible-servers` judges these stores by the whole suite. */
interface Judged {
  readonly what: string;
  readonly store: LackingStore;
  readonly clauses: readonly string[];
  readonly nonconformant: readonly string[];
  /** By the clause that blocks them. */
  readonly blocked: Readonly<Record<string, readonly string[]>>;
}

const judged: readonly Judged[] = [
  {
    what: 'a store that ignores ?encryption',
    store: withoutEncryption,
    clauses: ['AUTH-05', 'AUTH-36', 'ENV-10', 'ENV-27', 'GBI-01', 'PBE-25'],
    nonconformant: ['ENV-27'],
    blocked: { 'ENV-27': ['AUTH-05', 'GBI-01', 'PBE-25'] },
  },
  {
    what: 'a store behind a proxy that refuses ?encryption',
    store: refusingEncryption,
    clauses: ['AUTH-36', 'DBE-01', 'ENV-27', 'GBE-01'],
    nonconformant: ['GBE-01'],
    blocked: { 'GBE-01': ['DBE-01', 'ENV-27'] },
  },
  {
    what: 'a store without HEAD',
    store: withoutHead,
    clauses: ['DEL-02', 'HEAD-01', 'HEAD-04', 'HEAD-08', 'OBJ-06', 'OBJ-07'],
    nonconformant: ['HEAD-01'],
    blocked: { 'HEAD-01': ['HEAD-04', 'HEAD-08', 'OBJ-06'] },
  },
  {
    what: 'a store without ListObjects',
    store: withoutListing,
    clauses: ['DEL-04', 'LSO-02', 'LSO-03', 'LSO-04', 'LSO-26'],
    nonconformant: ['LSO-04'],
    blocked: { 'LSO-04': ['LSO-02', 'LSO-03', 'LSO-26'] },
  },
  {
    what: 'a store without ListObjectsV2',
    store: withoutSecondListing,
    clauses: ['LSO-02', 'LSO-03', 'LSO-04', 'LSO-24', 'LSO-26', 'LSO-28'],
    nonconformant: ['LSO-03'],
    blocked: { 'LSO-03': ['LSO-26', 'LSO-28'] },
  },
  {
    what: 'a store without multipart uploads',
    store: withoutUploads,
    clauses: ['MPU-01', 'MPU-05', 'MPU-31', 'MPU-53', 'OBJ-21', 'PUT-01'],
    nonconformant: ['MPU-01'],
    blocked: { 'MPU-01': ['MPU-05', 'MPU-31', 'MPU-53', 'OBJ-21'] },
  },
  {
    what: 'a store without ListParts',
    store: withoutPartListing,
    clauses: ['BKT-19', 'MPU-09', 'MPU-11', 'MPU-31', 'MPU-32', 'MPU-51', 'MPU-53'],
    nonconformant: ['MPU-51'],
    blocked: { 'MPU-51': ['BKT-19', 'MPU-11', 'MPU-32'] },
  },
  {
    what: 'a store without AbortMultipartUpload',
    store: withoutAbort,
    clauses: ['MPU-15', 'MPU-45', 'MPU-46', 'MPU-47', 'MPU-48', 'MPU-49'],
    nonconformant: ['MPU-47'],
    blocked: { 'MPU-47': ['MPU-15', 'MPU-45', 'MPU-48', 'MPU-49'] },
  },
  {
    what: 'a store that answers nothing about buckets themselves',
    store: withoutBucketCalls,
    clauses: ['BKT-02', 'BKT-28', 'BKT-30', 'ENV-10', 'LSB-01', 'LSB-02', 'LSB-07'],
    nonconformant: ['BKT-28', 'BKT-30', 'LSB-02'],
    blocked: { 'BKT-28': ['BKT-02', 'ENV-10'], 'LSB-02': ['LSB-01', 'LSB-07'] },
  },
  {
    what: 'a store that drops the ids of requests',
    store: withoutRequestIds,
    clauses: ['DBE-02', 'DBE-05', 'ENV-02', 'ENV-06'],
    nonconformant: ['DBE-02', 'ENV-02', 'ENV-06'],
    blocked: {},
  },
];

const style = { region: 'cn-hangzhou', addressing: 'path', signature: 'v4', without: [] } as const;

for (const { what, store, clauses: selected, nonconformant, blocked } of judged)
  test(`${what}: every clause is judged that can be, and nothing is left behind`, async (t) => {
    const { target, close } = await startTarget(what, style, store);
    t.after(close);
    const verdicts = await StoreVerdicts.on(target, { clauses: selected });
    assert.deepEqual(verdicts.idsOf('nonconformant'), nonconformant);
    assert.deepEqual(verdicts.blocked, blocked);
    assert.deepEqual(verdicts.idsOf('inconclusive', 'harness-error'), []);
  });
