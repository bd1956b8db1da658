import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OssRequest, QueryParameter } from '../../client/request.ts';
import { RequestDraft } from './request-draft.ts';

const request: OssRequest = {
  method: 'PUT',
  bucket: 'bucket',
  query: [['partNumber', '1'], ['uploadId', 'A=B'], ['acl']],
  headers: [],
};

const queries: readonly (readonly [written: string, query: readonly QueryParameter[]])[] = [
  ['cors&max-keys=1', [['cors'], ['max-keys', '1']]],
  ['cors=', [['cors', '']]],
  ['…&cors', [...request.query, ['cors']]],
  [
    'uploadId=…&partNumber=0',
    [
      ['uploadId', 'A=B'],
      ['partNumber', '0'],
    ],
  ],
  ['acl=…', [['acl']]],
];

for (const [written, query] of queries)
  test(`the query "${written}" is read as it is written`, () => {
    const draft = new RequestDraft();
    draft.useQuery(written);
    assert.deepEqual(draft.applyTo(request, null).request.query, query);
  });
