import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../errors/refusal.ts';
import type { ObjectRecord } from '../storage/stored-records.ts';
import { evaluateConditions } from './conditions.ts';
import type { Conditions } from './conditions.ts';

const record: ObjectRecord = {
  key: 'key',
  type: 'Normal',
  size: 0,
  etag: 'ETAG',
  contentMd5: null,
  lastModified: Date.UTC(2020, 0, 2),
  headers: {},
  extents: [],
  encryption: null,
  seal: null,
  uploadId: null,
};

const before = 'Wed, 01 Jan 2020 00:00:00 GMT';
const same = 'Thu, 02 Jan 2020 00:00:00 GMT';
const after = 'Fri, 03 Jan 2020 00:00:00 GMT';

describe('conditions', () => {
  const table: [said: Partial<Conditions>, verdict: 'met' | 'not modified' | 412][] = [
    [{}, 'met'],
    [{ ifMatch: '"ETAG"' }, 'met'],
    [{ ifMatch: 'ETAG' }, 'met'],
    [{ ifMatch: '"A", "ETAG"' }, 'met'],
    [{ ifMatch: '*' }, 'met'],
    [{ ifMatch: '"OTHER"' }, 412],
    [{ ifNoneMatch: '"OTHER"' }, 'met'],
    [{ ifNoneMatch: '"ETAG"' }, 'not modified'],
    [{ ifNoneMatch: '*' }, 'not modified'],
    [{ ifModifiedSince: before }, 'met'],
    [{ ifModifiedSince: same }, 'not modified'],
    [{ ifModifiedSince: after }, 'not modified'],
    [{ ifModifiedSince: 'yesterday' }, 'met'],
    [{ ifModifiedSince: '2020-01-03T00:00:00.000Z' }, 'not modified'],
    [{ ifUnmodifiedSince: before }, 412],
    [{ ifUnmodifiedSince: same }, 'met'],
    [{ ifUnmodifiedSince: after }, 'met'],
    [{ ifUnmodifiedSince: 'yesterday' }, 'met'],
    // GET-22; RFC 9110 would have the date ignored.
    [{ ifMatch: '"ETAG"', ifUnmodifiedSince: before }, 412],
    [{ ifNoneMatch: '"OTHER"', ifModifiedSince: after }, 'not modified'],
    [{ ifMatch: '"OTHER"', ifNoneMatch: '"ETAG"' }, 412],
  ];
  for (const [said, expected] of table) {
    it(`${JSON.stringify(said)}: ${expected}`, () => {
      const none = {
        ifMatch: undefined,
        ifNoneMatch: undefined,
        ifModifiedSince: undefined,
        ifUnmodifiedSince: undefined,
      };
      const verdict = evaluateConditions({ ...none, ...said }, record);
      assert.equal(verdict instanceof Refusal ? verdict.status : verdict, expected);
    });
  }
});
