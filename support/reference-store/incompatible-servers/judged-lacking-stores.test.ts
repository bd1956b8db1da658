import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import {
  refusingEncryption,
  withoutEncryption,
  withoutHead,
  withoutListing,
  withoutRequestIds,
  type LackingStore,
} from './lacking-stores.ts';
import { StoreVerdicts } from './testing/store-verdicts.ts';

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
    t.after(close);
    const verdicts = await StoreVerdicts.on(target, features);
    assert.deepEqual(verdicts.idsOf('nonconformant'), nonconformant);
    assert.deepEqual(verdicts.blocked, blocked);
    assert.deepEqual(verdicts.idsOf('inconclusive', 'harness-error'), []);
  });
