import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeaderPair, OssRequest, QueryParameter } from '../request.ts';
import { signV4Header, signV4Url } from './v4.ts';

const keys = { accessKeyId: 'ak', accessKeySecret: 'sk' };
const withToken = { ...keys, securityToken: 'token' };
const region = 'cn-hangzhou';

// Section 7.3: the vectors of the official SDKs.
const sdkQuery: readonly QueryParameter[] = [
  ['param1', 'value1'],
  ['+param1', 'value3'],
  ['|param1', 'value4'],
  ['+param2'],
  ['|param2'],
  ['param2'],
];
const sdkHeaders: readonly HeaderPair[] = [
  ['x-oss-head1', 'value'],
  ['abc', 'value'],
  ['ZAbc', 'value'],
  ['XYZ', 'value'],
];
const abc = ['abc', 'zabc'];
const noisy = ['x-oss-no-exist', 'ZAbc', 'x-oss-head1', 'abc'];
const cloudBox = { region: 'cb-123', product: 'oss-cloudbox' };

function sdkRequest(contentType: string): OssRequest {
  const headers: readonly HeaderPair[] = [...sdkHeaders, ['content-type', contentType]];
  return { method: 'PUT', bucket: 'bucket', key: '1234+-/123/1.txt', query: sdkQuery, headers };
}

interface Vector {
  readonly id: string;
  readonly about: string;
  readonly seconds: number;
  readonly credentials?: typeof withToken;
  readonly additionalHeaders?: readonly string[];
  readonly place?: typeof cloudBox;
  readonly signature: string;
}

const headerVectors: readonly Vector[] = [
  {
    id: 'VEC-13',
    about: 'plain',
    seconds: 1702743657,
    signature: 'e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe',
  },
  {
    id: 'VEC-14',
    about: 'STS',
    seconds: 1702784856,
    credentials: withToken,
    signature: 'b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea',
  },
  {
    id: 'VEC-15',
    about: 'additional headers',
    seconds: 1702747512,
    additionalHeaders: abc,
    signature: '4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f',
  },
  {
    id: 'VEC-16',
    about: 'absent and default names among the additional ones',
    seconds: 1702747512,
    additionalHeaders: noisy,
    signature: '4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f',
  },
  {
    id: 'VEC-17',
    about: 'CloudBox',
    seconds: 1702743657,
    place: cloudBox,
    signature: '94ce1f12c17d148ea681030275a94449d3357f5b5b21133996eec80af3e08a43',
  },
];

for (const {
  id,
  about,
  seconds,
  credentials = keys,
  additionalHeaders = [],
  place = { region },
  signature,
} of headerVectors)
  test(`${id}: header signature, ${about}`, () => {
    const at = new Date(seconds * 1000);
    const signed = signV4Header(sdkRequest('text/plain'), credentials, { at, additionalHeaders, ...place });
    assert.equal(signed.trace.signature, signature);
  });

const urlVectors: readonly Vector[] = [
  {
    id: 'VEC-18',
    about: 'plain',
    seconds: 1702781677,
    signature: 'a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe',
  },
  {
    id: 'VEC-19',
    about: 'STS',
    seconds: 1702785388,
    credentials: withToken,
    signature: '3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5',
  },
  {
    id: 'VEC-20',
    about: 'additional headers',
    seconds: 1702783809,
    additionalHeaders: abc,
    signature: '6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7',
  },
  {
    id: 'VEC-21',
    about: 'CloudBox with additional headers',
    seconds: 1702781677,
    additionalHeaders: abc,
    place: cloudBox,
    signature: '07284191b9b4978ac3520cd39ee2dea2747eda454089359371ff463a6c7ba20f',
  },
  {
    id: 'VEC-22',
    about: 'CloudBox with additional headers, later',
    seconds: 1702783809,
    additionalHeaders: abc,
    place: cloudBox,
    signature: '16782cc8a7a554523db055eb804b508522e7e370073108ad88ee2f47496701dd',
  },
];

for (const {
  id,
  about,
  seconds,
  credentials = keys,
  additionalHeaders = [],
  place = { region },
  signature,
} of urlVectors)
  test(`${id}: URL signature, ${about}`, () => {
    const options = { at: new Date(seconds * 1000), expiresIn: 599, additionalHeaders, ...place };
    const signed = signV4Url(sdkRequest('application/octet-stream'), credentials, options);
    assert.deepEqual(signed.query.at(-1), ['x-oss-signature', signature]);
  });

test('the headers and parameters that a signature adds, in their order', () => {
  const at = new Date(1702784856 * 1000);
  const inHeader = signV4Header(sdkRequest('text/plain'), withToken, { at, region, additionalHeaders: noisy });
  assert.deepEqual(inHeader.query, []);
  assert.deepEqual(inHeader.headers.slice(0, 3), [
    ['x-oss-date', '20231217T034736Z'],
    ['x-oss-content-sha256', 'UNSIGNED-PAYLOAD'],
    ['x-oss-security-token', 'token'],
  ]);
  assert.match(
    inHeader.headers[3]?.[1] ?? '',
    /^OSS4-HMAC-SHA256 Credential=ak\/20231217\/cn-hangzhou\/oss\/aliyun_v4_request,AdditionalHeaders=abc;zabc,Signature=[0-9a-f]{64}$/,
  );
  const inUrl = signV4Url(sdkRequest('text/plain'), withToken, {
    at,
    region,
    expiresIn: 599,
    additionalHeaders: noisy,
  });
  assert.deepEqual(inUrl.headers, []);
  assert.deepEqual(inUrl.query.slice(0, -1), [
    ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
    ['x-oss-credential', 'ak/20231217/cn-hangzhou/oss/aliyun_v4_request'],
    ['x-oss-date', '20231217T034736Z'],
    ['x-oss-expires', '599'],
    ['x-oss-additional-headers', 'abc;zabc'],
    ['x-oss-security-token', 'token'],
  ]);
});
