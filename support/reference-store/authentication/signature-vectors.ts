import type { HeaderPair } from '../http/store-request.ts';

/** A published or derived signature, as the request that carries it. Numbers are those of the facts' section 7. */
export interface Vector {
  readonly id: string;
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HeaderPair[];
  readonly now: string;
  readonly securityToken?: string;
  /** The vector comes from another product or region. */
  readonly otherScope?: true;
}

const d = 'Wed, 28 Dec 2022 10:27:41 GMT';
const t = '20221228T102741Z';
const then = '2022-12-28T10:27:41Z';
const oss = (signature: string): HeaderPair => ['Authorization', `OSS ak:${signature}`];

const nelson: readonly HeaderPair[] = [
  ['Host', 'oss-cn-hangzhou.aliyuncs.com'],
  ['Content-MD5', 'eB5eJF1ptWaXm4bijSPyxw=='],
  ['Content-Type', 'text/html'],
  ['x-oss-meta-magic', 'abracadabra'],
  ['x-oss-meta-author', 'alice'],
  ['x-oss-date', d],
  ['Date', d],
];

const v1: readonly Vector[] = [
  {
    id: 'VEC-06',
    method: 'PUT',
    target: '/examplebucket/nelson',
    headers: [...nelson, oss('kSHKmLxlyEAKtZPkJhG9bZb5k7M=')],
    now: then,
  },
  {
    id: 'VEC-07',
    method: 'PUT',
    target: '/examplebucket/nelson?acl',
    headers: [...nelson, oss('/afkugFbmWDQ967j1vr6zygBLQk=')],
    now: then,
  },
  {
    id: 'VEC-08',
    method: 'GET',
    target: '/examplebucket/?resourceGroup&non-resousce=null',
    headers: [['x-oss-date', d], oss('vkQmfuUDyi1uDi3bKt67oemssIs=')],
    now: then,
  },
  {
    id: 'VEC-09',
    method: 'GET',
    target: '/examplebucket/?resourceGroup&acl',
    headers: [['x-oss-date', d], oss('x3E5TgOvl/i7PN618s5mEvpJDYk=')],
    now: then,
  },
  {
    id: 'VEC-10',
    method: 'GET',
    target:
      '/bucket/key?versionId=versionId&OSSAccessKeyId=ak&Expires=1699807420&Signature=dcLTea%2BYh9ApirQ8o8dOPqtvJXQ%3D',
    headers: [],
    now: '2023-11-12T16:43:40Z',
  },
  {
    id: 'VEC-11',
    method: 'GET',
    target:
      '/bucket/key%2B123?versionId=versionId&security-token=token&OSSAccessKeyId=ak&Expires=1699808204&Signature=jzKYRrM5y6Br0dRFPaTGOsbrDhY%3D',
    headers: [],
    now: '2023-11-12T16:43:40Z',
    securityToken: 'token',
  },
];

const xml: HeaderPair = ['Content-Type', 'application/xml'];
const md5: HeaderPair = ['Content-MD5', 'eF6BcKvySXq2MceQv/t4UA=='];
const date: HeaderPair = ['Date', d];
const encryption = '/examplebucket/?encryption';

type Case = Omit<Vector, 'target' | 'now'> & Partial<Vector>;

/** The derived vectors are for `?encryption` of one bucket at one time. */
function derived(vector: Case): Vector {
  return { target: encryption, now: then, ...vector };
}

const derivedV1Cases: readonly Case[] = [
  { id: 'DER-01', method: 'PUT', headers: [xml, date, oss('yhoDdzouKBZ2RLV0dXDJOQEPpv8=')] },
  { id: 'DER-02', method: 'PUT', headers: [md5, xml, date, oss('5BKtEH6OcYMuNQIX8uBmg2hmWK8=')] },
  { id: 'DER-03', method: 'GET', headers: [date, oss('BwDb6TVQ4UBwx9S3CtVmDiVbDn8=')] },
  { id: 'DER-04', method: 'DELETE', headers: [date, oss('0h+mPJD+Lk6eiDNB67326aBrndE=')] },
  {
    id: 'DER-05',
    method: 'GET',
    headers: [date, ['x-oss-security-token', 'token'], oss('GYNWf+L8Gvq4gFK995ZXME+EsEM=')],
    securityToken: 'token',
  },
  { id: 'DER-06', method: 'GET', headers: [date, ['x-oss-date', d], oss('CiqPw3mBUaOiWpzRw/TZGrqQNnI=')] },
];
const derivedV1 = derivedV1Cases.map(derived);

const derivedV1Urls: readonly Vector[] = [
  {
    id: 'DER-08',
    method: 'GET',
    target: `${encryption}&OSSAccessKeyId=ak&Expires=1699807420&Signature=%2BfNx56boHPLEnwoWV8Pr4yImVhA%3D`,
    headers: [],
    now: '2023-11-12T16:43:39Z',
  },
  {
    id: 'DER-09',
    method: 'GET',
    target: `${encryption}&OSSAccessKeyId=ak&Expires=1699807420&security-token=token&Signature=ajO1cXiq1eD0%2B2UL90GIy%2BFvT%2Bg%3D`,
    headers: [],
    now: '2023-11-12T16:43:39Z',
    securityToken: 'token',
  },
];

function oss4(day: string, signature: string, options: { additional?: string; scope?: string } = {}): HeaderPair {
  const { additional, scope = 'cn-hangzhou/oss' } = options;
  const extra = additional === undefined ? '' : `,AdditionalHeaders=${additional}`;
  return [
    'Authorization',
    `OSS4-HMAC-SHA256 Credential=ak/${day}/${scope}/aliyun_v4_request${extra},Signature=${signature}`,
  ];
}

const unsigned: HeaderPair = ['x-oss-content-sha256', 'UNSIGNED-PAYLOAD'];
const object = '/bucket/1234%2B-/123/1.txt';
const parameters = 'param1=value1&%2Bparam1=value3&%7Cparam1=value4&%2Bparam2&%7Cparam2&param2';
const sdkHeaders: readonly HeaderPair[] = [
  ['x-oss-head1', 'value'],
  ['abc', 'value'],
  ['ZAbc', 'value'],
  ['XYZ', 'value'],
];
const additional = { additional: 'abc;zabc' };

function sdkHeaderVector(id: string, stamp: string, authorization: HeaderPair, more: Partial<Vector> = {}): Vector {
  const token: readonly HeaderPair[] =
    more.securityToken === undefined ? [] : [['x-oss-security-token', more.securityToken]];
  return {
    id,
    method: 'PUT',
    target: `${object}?${parameters}`,
    headers: [...sdkHeaders, ['content-type', 'text/plain'], unsigned, ['x-oss-date', stamp], ...token, authorization],
    now: isoOf(stamp),
    ...more,
  };
}

function sdkUrlVector(
  id: string,
  stamp: string,
  signature: string,
  more: Partial<Vector> & { extra?: string } = {},
): Vector {
  const { extra = '', ...rest } = more;
  const scope = rest.otherScope ? 'cb-123%2Foss-cloudbox' : 'cn-hangzhou%2Foss';
  return {
    id,
    method: 'PUT',
    target:
      `${object}?${parameters}&x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-expires=599&x-oss-date=${stamp}` +
      `&x-oss-credential=ak%2F${stamp.slice(0, 8)}%2F${scope}%2Faliyun_v4_request${extra}&x-oss-signature=${signature}`,
    headers: [...sdkHeaders, ['content-type', 'application/octet-stream']],
    now: isoOf(stamp),
    ...rest,
  };
}

const otherScope = { otherScope: true } as const;
const inCloudBox = { scope: 'cb-123/oss-cloudbox' };
const additionalInUrl = { extra: '&x-oss-additional-headers=abc%3Bzabc' };

const v4: readonly Vector[] = [
  sdkHeaderVector(
    'VEC-13',
    '20231216T162057Z',
    oss4('20231216', 'e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe'),
  ),
  sdkHeaderVector(
    'VEC-14',
    '20231217T034736Z',
    oss4('20231217', 'b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea'),
    { securityToken: 'token' },
  ),
  sdkHeaderVector(
    'VEC-15',
    '20231216T172512Z',
    oss4('20231216', '4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f', additional),
  ),
  sdkHeaderVector(
    'VEC-17',
    '20231216T162057Z',
    oss4('20231216', '94ce1f12c17d148ea681030275a94449d3357f5b5b21133996eec80af3e08a43', inCloudBox),
    otherScope,
  ),
  sdkUrlVector('VEC-18', '20231217T025437Z', 'a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe'),
  sdkUrlVector('VEC-19', '20231217T035628Z', '3817ac9d206cd6dfc90f1c09c00be45005602e55898f26f5ddb06d7892e1f8b5', {
    extra: '&x-oss-security-token=token',
    securityToken: 'token',
  }),
  sdkUrlVector(
    'VEC-20',
    '20231217T033009Z',
    '6bd984bfe531afb6db1f7550983a741b103a8c58e5e14f83ea474c2322dfa2b7',
    additionalInUrl,
  ),
  sdkUrlVector('VEC-21', '20231217T025437Z', '07284191b9b4978ac3520cd39ee2dea2747eda454089359371ff463a6c7ba20f', {
    ...additionalInUrl,
    ...otherScope,
  }),
  sdkUrlVector('VEC-22', '20231217T033009Z', '16782cc8a7a554523db055eb804b508522e7e370073108ad88ee2f47496701dd', {
    ...additionalInUrl,
    ...otherScope,
  }),
];

const stamp: HeaderPair = ['x-oss-date', t];
const derivedV4Cases: readonly Case[] = [
  {
    id: 'DER-10',
    method: 'PUT',
    headers: [
      xml,
      md5,
      unsigned,
      stamp,
      oss4('20221228', '8934aa5419ebdf18ea0e73a411a072270e04dee57cac513d871c83ab62f331dd'),
    ],
  },
  {
    id: 'DER-11',
    method: 'PUT',
    headers: [
      xml,
      unsigned,
      stamp,
      oss4('20221228', 'f821c2f838ba5df4594f50eb37777238b6131f5b5e5879e8aff804fed5b1300a'),
    ],
  },
  {
    id: 'DER-12',
    method: 'GET',
    headers: [unsigned, stamp, oss4('20221228', '8e006102a1ee3db2e175fcd5631d993a4fdcf3be2b80cc1b124319eab9643b6b')],
  },
  {
    id: 'DER-13',
    method: 'DELETE',
    headers: [unsigned, stamp, oss4('20221228', 'bbf1ac31e66685ed3b1aa356f95a6cfff4f56418f4ca79f079b55e7d8028533c')],
  },
  {
    id: 'DER-14',
    method: 'GET',
    target: '/?encryption',
    headers: [
      ['Host', 'examplebucket.oss-cn-hangzhou.aliyuncs.com'],
      unsigned,
      stamp,
      oss4('20221228', 'be19b7f18f5cd2cc5f11c85464d963190afe559231379ce77297124700f4cf31', { additional: 'host' }),
    ],
  },
  {
    id: 'DER-15',
    method: 'GET',
    headers: [
      unsigned,
      stamp,
      ['x-oss-security-token', 'token'],
      oss4('20221228', '21fe97ba947a30a3cfbd4d31f988288cf3962755c43695a2e4acc09a72b8c28d'),
    ],
    securityToken: 'token',
  },
  {
    id: 'DER-16',
    method: 'GET',
    target:
      `${encryption}&x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=${t}&x-oss-expires=600` +
      '&x-oss-credential=ak%2F20221228%2Fcn-hangzhou%2Foss%2Faliyun_v4_request' +
      '&x-oss-signature=7712f0580afe87a31aa99fd1e0ed08cff4a2151b8d3490b0b191d7966df43a5b',
    headers: [],
  },
];
const derivedV4 = derivedV4Cases.map(derived);

function isoOf(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

/** The store has to accept every one of these signatures. */
export const vectors: readonly Vector[] = [...v1, ...derivedV1, ...derivedV1Urls, ...v4, ...derivedV4];

/** DER-07: a store that leaves `encryption` out of V1's resource accepts this. */
export const withoutSubResource: Vector = {
  id: 'DER-07',
  method: 'GET',
  target: encryption,
  headers: [date, oss('sBtBCZz4kHYnmKTlKyAFVLwQRMw=')],
  now: then,
};
