import assert from 'node:assert/strict';
import { createHmac, hash } from 'node:crypto';
import { test } from 'node:test';
import type { HeaderPair, OssRequest, QueryParameter } from '../request.ts';
import { signV4Header, signV4Url } from './v4.ts';

const keys = { accessKeyId: 'ak', accessKeySecret: 'sk' };
const withToken = { ...keys, securityToken: 'token' };
const region = 'cn-hangzhou';

function request(parts: Partial<OssRequest>): OssRequest {
  return { method: 'GET', query: [], headers: [], ...parts };
}

// VEC-03
const exampleObject = request({
  method: 'PUT',
  bucket: 'examplebucket',
  key: 'exampleobject',
  headers: [
    ['Content-Disposition', 'attachment'],
    ['Content-Length', '3'],
    ['Content-MD5', 'ICy5YqxZB1uWSwcVLSNLcA=='],
    ['Content-Type', 'text/plain'],
    ['x-oss-content-sha256', 'UNSIGNED-PAYLOAD'],
    ['x-oss-date', '20250411T064124Z'],
  ],
});

function signExampleObject(): ReturnType<typeof signV4Header> {
  const displayed = { accessKeyId: 'yourAccessKeyId', accessKeySecret: 'yourAccessKeySecret' };
  const additionalHeaders = ['content-disposition', 'content-length'];
  return signV4Header(exampleObject, displayed, { at: new Date(), region, additionalHeaders });
}

test('VEC-03, first backend: the canonical request and the string to sign are those of the documentation', () => {
  const { trace } = signExampleObject();
  const canonicalHash = 'c46d96390bdbc2d739ac9363293ae9d710b14e48081fcb22cd8ad54b63136eca';
  assert.equal(hash('sha256', trace.canonical), canonicalHash);
  assert.equal(
    trace.stringToSign,
    `OSS4-HMAC-SHA256\n20250411T064124Z\n20250411/cn-hangzhou/oss/aliyun_v4_request\n${canonicalHash}`,
  );
});

test('VEC-03, second backend: the published signing key turns that string into the published signature', () => {
  const published = Buffer.from('3543b7686e65eda71e5e5ca19d548d78423c37e8ddba4dc9d83f90228b457c76', 'hex');
  const { trace } = signExampleObject();
  assert.equal(
    createHmac('sha256', published).update(trace.stringToSign).digest('hex'),
    '053edbf550ebd239b32a9cdfd93b0b2b3f2d223083aa61f75e9ac16856d61f23',
  );
});

test('VEC-03, the trap: the displayed secret gives another signing key and signature', () => {
  const { trace, headers } = signExampleObject();
  assert.equal(trace.signingKey, '8a01ff4efcc65ca2cbc75375045c61ab5f3fa8b9a2d84f0add27ef16a25feb3c');
  assert.equal(trace.signature, 'd3694c2dfc5371ee6acd35e88c4871ac95a7ba01d3a2f476768fe61218590097');
  assert.deepEqual(headers, [
    [
      'Authorization',
      'OSS4-HMAC-SHA256 Credential=yourAccessKeyId/20250411/cn-hangzhou/oss/aliyun_v4_request,' +
        `AdditionalHeaders=content-disposition;content-length,Signature=${trace.signature}`,
    ],
  ]);
});

// DER-10…16
const at = new Date('2022-12-28T10:27:41Z');
const signingKey = '8d506f0bcbfd104fae0bd4708fa6dcdc118784aaefe2a290198131d199f91f7f';
const xml: HeaderPair = ['Content-Type', 'application/xml'];
const md5: HeaderPair = ['Content-MD5', 'eF6BcKvySXq2MceQv/t4UA=='];

function encryptionRequest(method: string, ...headers: readonly HeaderPair[]): OssRequest {
  return request({ method, bucket: 'examplebucket', query: [['encryption']], headers });
}

test('DER-10: PUT of ?encryption with Content-Type and Content-MD5', () => {
  const { trace } = signV4Header(encryptionRequest('PUT', xml, md5), keys, { at, region });
  assert.equal(hash('sha256', trace.canonical), '6f67150747a5380221acf2fc6c9e126c7e6724f3cde30226e3a70eb558cb2796');
  assert.equal(trace.signature, '8934aa5419ebdf18ea0e73a411a072270e04dee57cac513d871c83ab62f331dd');
});

test('DER-12: GET of ?encryption, every step', () => {
  const { trace } = signV4Header(encryptionRequest('GET'), keys, { at, region });
  assert.deepEqual(trace, {
    version: 'v4',
    placement: 'header',
    accessKeyId: 'ak',
    canonicalHeaders: 'x-oss-content-sha256:UNSIGNED-PAYLOAD\nx-oss-date:20221228T102741Z\n',
    canonical:
      'GET\n/examplebucket/\nencryption\nx-oss-content-sha256:UNSIGNED-PAYLOAD\nx-oss-date:20221228T102741Z\n\n\nUNSIGNED-PAYLOAD',
    stringToSign:
      'OSS4-HMAC-SHA256\n20221228T102741Z\n20221228/cn-hangzhou/oss/aliyun_v4_request\n' +
      'a8ac860454c2bc1b3b7a47a4841711111b21ebaef22f0aa9b9787d8ad7d29288',
    signingKey,
    signature: '8e006102a1ee3db2e175fcd5631d993a4fdcf3be2b80cc1b124319eab9643b6b',
  });
});

const derivedVectors: readonly (readonly [
  title: string,
  request: OssRequest,
  additional: readonly string[],
  credentials: typeof keys,
  signature: string,
])[] = [
  [
    'DER-11: PUT, Content-Type only',
    encryptionRequest('PUT', xml),
    [],
    keys,
    'f821c2f838ba5df4594f50eb37777238b6131f5b5e5879e8aff804fed5b1300a',
  ],
  [
    'DER-13: DELETE',
    encryptionRequest('DELETE'),
    [],
    keys,
    'bbf1ac31e66685ed3b1aa356f95a6cfff4f56418f4ca79f079b55e7d8028533c',
  ],
  [
    'DER-14: GET with the host signed',
    encryptionRequest('GET', ['Host', 'examplebucket.oss-cn-hangzhou.aliyuncs.com']),
    ['host'],
    keys,
    'be19b7f18f5cd2cc5f11c85464d963190afe559231379ce77297124700f4cf31',
  ],
  [
    'DER-15: GET with a security token',
    encryptionRequest('GET'),
    [],
    withToken,
    '21fe97ba947a30a3cfbd4d31f988288cf3962755c43695a2e4acc09a72b8c28d',
  ],
];

for (const [title, derived, additionalHeaders, credentials, signature] of derivedVectors)
  test(`${title} of ?encryption`, () => {
    const { trace } = signV4Header(derived, credentials, { at, region, additionalHeaders });
    assert.equal(trace.signature, signature);
    assert.equal(trace.signingKey, signingKey);
  });

test('DER-16: URL of ?encryption', () => {
  const { trace } = signV4Url(encryptionRequest('GET'), keys, { at, region, expiresIn: 600 });
  assert.equal(trace.signature, '7712f0580afe87a31aa99fd1e0ed08cff4a2151b8d3490b0b191d7966df43a5b');
});

test('additional headers are lower-cased, sorted and named once; absent and default ones are dropped (AUTH-23)', () => {
  const additionalHeaders = ['Zz', 'absent', 'Aa', 'zz', 'Content-Type', 'x-oss-date'];
  const { headers, trace } = signV4Header(encryptionRequest('GET', ['zz', ' 1 '], ['AA', '2'], xml), keys, {
    at,
    region,
    additionalHeaders,
  });
  assert.match(headers.at(-1)?.[1] ?? '', /,AdditionalHeaders=aa;zz,/);
  assert.match(trace.canonical, /\naa:2\ncontent-type:application\/xml\nx-oss-.*\nx-oss-.*\nzz:1\n\naa;zz\n/);
});

test('?encryption= has the signature of ?encryption (WIRE-01)', () => {
  const valueless = signV4Header(encryptionRequest('GET'), keys, { at, region });
  const empty = signV4Header({ ...encryptionRequest('GET'), query: [['encryption', '']] }, keys, { at, region });
  assert.equal(empty.trace.canonical, valueless.trace.canonical);
});

test('without x-oss-date the text of Date is the timestamp, as ossutil has it', () => {
  const dated = encryptionRequest('GET', ['Date', 'Wed, 28 Dec 2022 10:27:41 GMT']);
  const { headers, trace } = signV4Header(dated, keys, { at: new Date(0), region });
  assert.match(trace.stringToSign, /^OSS4-HMAC-SHA256\nWed, 28 Dec 2022 10:27:41 GMT\n20221228\//);
  assert.deepEqual(
    headers.map(([name]) => name),
    ['x-oss-content-sha256', 'Authorization'],
  );
});

test('an unreadable timestamp is signed verbatim, on the day of the clock', () => {
  const { trace } = signV4Header(encryptionRequest('GET', ['x-oss-date', 'tomorrow']), keys, { at, region });
  assert.match(trace.stringToSign, /^OSS4-HMAC-SHA256\ntomorrow\n20221228\//);
});

test('the date can be asked for in Date, or not to be sent', () => {
  const inDate = signV4Header(encryptionRequest('GET'), keys, { at, region, dateHeader: 'Date' });
  assert.deepEqual(inDate.headers[0], ['Date', 'Wed, 28 Dec 2022 10:27:41 GMT']);
  const unsent = signV4Header(encryptionRequest('GET'), keys, { at, region, dateHeader: 'none' });
  assert.match(unsent.trace.stringToSign, /^OSS4-HMAC-SHA256\n20221228T102741Z\n/);
  assert.equal(unsent.trace.canonicalHeaders, 'x-oss-content-sha256:UNSIGNED-PAYLOAD\n');
});

test('a scope that is wrong on purpose is signed with its own key', () => {
  const scope = { day: '20200101', region: 'oss-cn-hangzhou', product: 'ecs', terminator: 'aws4_request' };
  const { trace } = signV4Header(encryptionRequest('GET'), keys, { at, region, scope });
  assert.match(trace.stringToSign, /\n20200101\/oss-cn-hangzhou\/ecs\/aws4_request\n/);
  assert.notEqual(trace.signingKey, signingKey);
});

test('what the request already has is kept: payload line, URL expiry and date', () => {
  const hashed = signV4Header(encryptionRequest('GET', ['x-oss-content-sha256', 'e3b0c442']), keys, { at, region });
  assert.match(hashed.trace.canonical, /\ne3b0c442$/);
  const given: readonly QueryParameter[] = [
    ['x-oss-expires', 'soon'],
    ['x-oss-date', '20200102T030405Z'],
  ];
  const url = signV4Url(request({ bucket: 'b', query: given }), keys, { at, region, expiresIn: 600 });
  assert.deepEqual(
    url.query.map(([name]) => name),
    ['x-oss-signature-version', 'x-oss-credential', 'x-oss-signature'],
  );
  assert.match(url.trace.stringToSign, /^OSS4-HMAC-SHA256\n20200102T030405Z\n20200102\//);
});

const uris: readonly (readonly [title: string, parts: Partial<OssRequest>, uri: string])[] = [
  ['a service-level request is /', {}, '/'],
  ['a bucket ends in a slash', { bucket: 'b' }, '/b/'],
  [
    'a key is escaped once, slashes and dot segments kept',
    { bucket: 'b', key: 'a b/../%2F+é' },
    '/b/a%20b/../%252F%2B%C3%A9',
  ],
];

for (const [title, parts, uri] of uris)
  test(`canonical URI: ${title}`, () =>
    assert.equal(signV4Header(request(parts), keys, { at, region }).trace.canonical.split('\n')[1], uri));
