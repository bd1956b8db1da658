import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeaderPair, OssRequest, QueryParameter } from '../request.ts';
import { signV1Header, signV1Url } from './v1.ts';

const keys = { accessKeyId: 'ak', accessKeySecret: 'sk' };
const date = 'Wed, 28 Dec 2022 10:27:41 GMT';
const at = new Date('2022-12-28T10:27:41Z');

function request(parts: Partial<OssRequest>): OssRequest {
  return { method: 'GET', query: [], headers: [], ...parts };
}

/** The string to sign and the signature of the header form, for requests that already carry their date. */
function signed(parts: Partial<OssRequest>, credentials = keys): readonly [stringToSign: string, signature: string] {
  const { trace } = signV1Header(request(parts), credentials, { at });
  return [trace.stringToSign, trace.signature];
}

// VEC-01 and VEC-02: the documentation's own example.
const documented = { accessKeyId: '44CF9590006BF252F707', accessKeySecret: 'OtxrzxIsfpFjA7SwPzILwy8Bw21TLhquhboDYROV' };

function nelson(contentMd5: string): Partial<OssRequest> {
  return {
    method: 'PUT',
    bucket: 'oss-example',
    key: 'nelson',
    headers: [
      ['Content-MD5', contentMd5],
      ['Content-Type', 'text/html'],
      ['Date', 'Thu, 17 Nov 2005 18:49:58 GMT'],
      ['X-OSS-Meta-Author', 'foo@bar.com'],
      ['X-OSS-Magic', 'abracadabra'],
    ],
  };
}

test('VEC-01: the published signature is for the MD5 in hexadecimal, encoded again', () => {
  assert.deepEqual(signed(nelson('ODBGOERFMDMzQTczRUY3NUE3NzA5QzdFNUYzMDQxNEM='), documented), [
    'PUT\nODBGOERFMDMzQTczRUY3NUE3NzA5QzdFNUYzMDQxNEM=\ntext/html\nThu, 17 Nov 2005 18:49:58 GMT\n' +
      'x-oss-magic:abracadabra\nx-oss-meta-author:foo@bar.com\n/oss-example/nelson',
    '26NBxoKdsyly4EDv6inkoDft/yA=',
  ]);
});

test('VEC-01: the MD5 that the page shows gives another signature', () => {
  const [, signature] = signed(nelson('eB5eJF1ptWaXm4bijSPyxw=='), documented);
  assert.equal(signature, 'hD208RWMpg77svXkQRwWXS+V5KQ=');
});

test('VEC-02: the URL example of the documentation', () => {
  const { trace } = signV1Url(
    request({ bucket: 'oss-example', key: 'oss-api.pdf', query: [['Expires', '1141889120']] }),
    documented,
    { at, expiresIn: 0 },
  );
  assert.equal(trace.stringToSign, 'GET\n\n\n1141889120\n/oss-example/oss-api.pdf');
  assert.equal(trace.signature, 'EwaNTn1erJGkimiJ9WmXgwnANLc=');
});

const sdkHeaders: readonly HeaderPair[] = [
  ['Content-MD5', 'eB5eJF1ptWaXm4bijSPyxw=='],
  ['Content-Type', 'text/html'],
  ['x-oss-meta-author', 'alice'],
  ['x-oss-meta-magic', 'abracadabra'],
  ['x-oss-date', date],
];
const sdkPut = `PUT\neB5eJF1ptWaXm4bijSPyxw==\ntext/html\n${date}\nx-oss-date:${date}\nx-oss-meta-author:alice\nx-oss-meta-magic:abracadabra\n`;
const sdkGet = `GET\n\n\n${date}\nx-oss-date:${date}\n`;

const sdkVectors: readonly (readonly [title: string, parts: Partial<OssRequest>, string: string, signature: string])[] =
  [
    [
      'VEC-06: an object without sub-resources',
      { method: 'PUT', bucket: 'examplebucket', key: 'nelson', headers: sdkHeaders },
      `${sdkPut}/examplebucket/nelson`,
      'kSHKmLxlyEAKtZPkJhG9bZb5k7M=',
    ],
    [
      'VEC-07: a sub-resource of an object',
      { method: 'PUT', bucket: 'examplebucket', key: 'nelson', query: [['acl']], headers: sdkHeaders },
      `${sdkPut}/examplebucket/nelson?acl`,
      '/afkugFbmWDQ967j1vr6zygBLQk=',
    ],
    [
      'VEC-08: a query parameter that is no sub-resource is left out',
      {
        bucket: 'examplebucket',
        query: [['resourceGroup'], ['non-resousce', 'null']],
        headers: [['x-oss-date', date]],
      },
      `${sdkGet}/examplebucket/?resourceGroup`,
      'vkQmfuUDyi1uDi3bKt67oemssIs=',
    ],
    [
      'VEC-09: sub-resources are sorted',
      {
        bucket: 'examplebucket',
        query: [['resourceGroup'], ['non-resousce', 'null'], ['acl']],
        headers: [['x-oss-date', date]],
      },
      `${sdkGet}/examplebucket/?acl&resourceGroup`,
      'x3E5TgOvl/i7PN618s5mEvpJDYk=',
    ],
  ];

for (const [title, parts, stringToSign, signature] of sdkVectors)
  test(title, () => assert.deepEqual(signed(parts), [stringToSign, signature]));

test('VEC-10: a signed URL for a version of an object', () => {
  const { query, headers, trace } = signV1Url(
    request({ bucket: 'bucket', key: 'key', query: [['versionId', 'versionId']] }),
    keys,
    { at: new Date(1_699_807_420_000), expiresIn: 0 },
  );
  assert.equal(trace.stringToSign, 'GET\n\n\n1699807420\n/bucket/key?versionId=versionId');
  assert.deepEqual(headers, []);
  assert.deepEqual(query, [
    ['OSSAccessKeyId', 'ak'],
    ['Expires', '1699807420'],
    ['Signature', decodeURIComponent('dcLTea%2BYh9ApirQ8o8dOPqtvJXQ%3D')],
  ]);
});

test('VEC-11: a signed URL with a security token, for a key that would need escapes', () => {
  const { query, trace } = signV1Url(
    request({ bucket: 'bucket', key: 'key+123', query: [['versionId', 'versionId']] }),
    { ...keys, securityToken: 'token' },
    { at: new Date(1_699_808_204_000), expiresIn: 0 },
  );
  assert.equal(trace.stringToSign, 'GET\n\n\n1699808204\n/bucket/key+123?security-token=token&versionId=versionId');
  assert.deepEqual(query.slice(2), [
    ['security-token', 'token'],
    ['Signature', decodeURIComponent('jzKYRrM5y6Br0dRFPaTGOsbrDhY%3D')],
  ]);
});

const encryption: readonly QueryParameter[] = [['encryption']];
const xml: readonly HeaderPair[] = [['Content-Type', 'application/xml']];
const md5: readonly HeaderPair[] = [['Content-MD5', 'eF6BcKvySXq2MceQv/t4UA==']];
const dated: readonly HeaderPair[] = [['Date', date]];

const derivedVectors: readonly (readonly [title: string, parts: Partial<OssRequest>, signature: string])[] = [
  ['DER-01: PUT', { method: 'PUT', headers: [...xml, ...dated] }, 'yhoDdzouKBZ2RLV0dXDJOQEPpv8='],
  [
    'DER-02: PUT with Content-MD5',
    { method: 'PUT', headers: [...md5, ...xml, ...dated] },
    '5BKtEH6OcYMuNQIX8uBmg2hmWK8=',
  ],
  ['DER-03: GET', { method: 'GET', headers: dated }, 'BwDb6TVQ4UBwx9S3CtVmDiVbDn8='],
  ['DER-04: DELETE', { method: 'DELETE', headers: dated }, '0h+mPJD+Lk6eiDNB67326aBrndE='],
  [
    'DER-06: GET with Date and x-oss-date',
    { headers: [...dated, ['x-oss-date', date]] },
    'CiqPw3mBUaOiWpzRw/TZGrqQNnI=',
  ],
  ['DER-07: GET signed without the sub-resource', { headers: dated, query: [] }, 'sBtBCZz4kHYnmKTlKyAFVLwQRMw='],
];

for (const [title, parts, signature] of derivedVectors)
  test(`${title} of ?encryption`, () => {
    const [, actual] = signed({ bucket: 'examplebucket', query: encryption, ...parts });
    assert.equal(actual, signature);
  });

test('DER-05: GET of ?encryption with a security token, which is sent and signed', () => {
  const { headers, trace } = signV1Header(
    request({ bucket: 'examplebucket', query: encryption }),
    { ...keys, securityToken: 'token' },
    { at },
  );
  assert.deepEqual(headers, [
    ['Date', date],
    ['x-oss-security-token', 'token'],
    ['Authorization', 'OSS ak:GYNWf+L8Gvq4gFK995ZXME+EsEM='],
  ]);
  assert.equal(trace.canonicalHeaders, 'x-oss-security-token:token\n');
  assert.equal(trace.canonical, '/examplebucket/?encryption');
});

test('DER-08: URL of ?encryption', () => {
  const { query } = signV1Url(request({ bucket: 'examplebucket', query: encryption }), keys, {
    at: new Date(1_699_806_820_000),
    expiresIn: 600,
  });
  assert.deepEqual(query, [
    ['OSSAccessKeyId', 'ak'],
    ['Expires', '1699807420'],
    ['Signature', '+fNx56boHPLEnwoWV8Pr4yImVhA='],
  ]);
});

test('DER-09: URL of ?encryption with a security token', () => {
  const { trace } = signV1Url(
    request({ bucket: 'examplebucket', query: [...encryption, ['Expires', '1699807420']] }),
    { ...keys, securityToken: 'token' },
    { at, expiresIn: 600 },
  );
  assert.equal(trace.canonical, '/examplebucket/?encryption&security-token=token');
  assert.equal(trace.signature, 'ajO1cXiq1eD0+2UL90GIy+FvT+g=');
});

test('a header signature adds the date of the clock in the header that is asked for', () => {
  const plain = request({ bucket: 'examplebucket', query: encryption });
  const inDate = signV1Header(plain, keys, { at });
  const inOssDate = signV1Header(plain, keys, { at, dateHeader: 'x-oss-date' });
  const unsent = signV1Header(plain, keys, { at, dateHeader: 'none' });
  assert.deepEqual(inDate.headers[0], ['Date', date]);
  assert.deepEqual(inOssDate.headers[0], ['x-oss-date', date]);
  assert.deepEqual(
    unsent.headers.map(([name]) => name),
    ['Authorization'],
  );
  assert.match(unsent.trace.stringToSign, /^GET\n\n\n\n\/examplebucket/);
});

const resources: readonly (readonly [title: string, parts: Partial<OssRequest>, resource: string])[] = [
  ['a service-level request is /', {}, '/'],
  ['a bucket ends in a slash', { bucket: 'b' }, '/b/'],
  ['a key is not escaped', { bucket: 'b', key: 'a b/../%2F+é' }, '/b/a b/../%2F+é'],
  ['?encryption= is signed as ?encryption (WIRE-01)', { bucket: 'b', query: [['encryption', '']] }, '/b/?encryption'],
  [
    'values are decoded (AUTH-07)',
    { bucket: 'b', key: 'k', query: [['response-content-type', 'text/plain; a=b']] },
    '/b/k?response-content-type=text/plain; a=b',
  ],
  [
    'names that start with x-oss- are signed (AUTH-06)',
    {
      bucket: 'b',
      query: [
        ['x-oss-future', '1'],
        ['prefix', 'p'],
      ],
    },
    '/b/?x-oss-future=1',
  ],
  [
    'of a repeated sub-resource the first counts (AUTH-15)',
    {
      bucket: 'b',
      query: [
        ['versionId', '1'],
        ['versionId', '2'],
      ],
    },
    '/b/?versionId=1',
  ],
  ['case matters, so that ?Encryption is not signed (AUTH-10)', { bucket: 'b', query: [['Encryption']] }, '/b/'],
];

for (const [title, parts, resource] of resources)
  test(`canonical resource: ${title}`, () =>
    assert.equal(signV1Header(request(parts), keys, { at }).trace.canonical, resource));

test('OSS headers are lower-cased, trimmed and sorted; a repeated one is folded; others are not signed', () => {
  const { trace } = signV1Header(
    request({
      headers: [
        ['X-Oss-B', '  2  '],
        ['x-oss-a', 'first'],
        ['X-OSS-A', 'second'],
        ['Host', 'example'],
        ['x-ossish', 'no'],
      ],
    }),
    keys,
    { at },
  );
  assert.equal(trace.canonicalHeaders, 'x-oss-a:first,second\nx-oss-b:2\n');
});

test('of two different dates x-oss-date is the one on the date line (AUTH-08)', () => {
  const dates: readonly HeaderPair[] = [
    ['Date', 'Thu, 29 Dec 2022 10:27:41 GMT'],
    ['x-oss-date', date],
  ];
  const [stringToSign] = signed({ headers: dates });
  assert.equal(stringToSign, `GET\n\n\n${date}\nx-oss-date:${date}\n/`);
});

test('UTF-8 bytes in a header are signed as the bytes that are sent (AUTH-10)', () => {
  const onTheWire = Buffer.from('中文', 'utf8').toString('latin1');
  const { trace } = signV1Header(request({ headers: [['x-oss-meta-a', onTheWire]] }), keys, { at });
  assert.equal(trace.canonicalHeaders, 'x-oss-meta-a:中文\n');
});

test('without Content-MD5 two bodies have the same signature (WIRE-04)', () => {
  const one = request({ method: 'PUT', bucket: 'b', body: Buffer.from('one') });
  const other = { ...one, body: Buffer.from('other') };
  assert.equal(signV1Header(one, keys, { at }).trace.signature, signV1Header(other, keys, { at }).trace.signature);
});
