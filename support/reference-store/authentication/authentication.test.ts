import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HeaderPair } from '../http/store-request.ts';
import { StoreUnderTest } from '../testing/store-under-test.ts';
import type { Reply } from '../testing/store-under-test.ts';
import { TestSigner } from './test-signer.ts';
import type { SigningChanges } from './test-signer.ts';

const now = new Date('2026-11-22T12:06:42Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const owner = { accessKeyId: 'AKID', accessKeySecret: 'secret' };

let store: StoreUnderTest;
let signer: TestSigner;

before(async () => {
  store = await StoreUnderTest.start({ clock: () => now, principals: { owner } });
  signer = new TestSigner(owner, now);
  assert.equal((await store.ask('PUT', '/bkt')).status, 200);
});
after(() => store.close());

interface Case {
  readonly what: string;
  readonly outcome: string;
  readonly ec?: string;
  readonly message?: RegExp;
  readonly target?: string;
  readonly changes?: SigningChanges;
  /** Instead of signing. */
  readonly headers?: readonly HeaderPair[];
}

async function askUnsigned(target: string, headers: readonly HeaderPair[]): Promise<Reply> {
  return store.ask('GET', target, { as: null, headers });
}

function check(reply: Reply, { outcome, ec, message }: Case): void {
  assert.equal(reply.outcome, outcome, reply.body);
  if (ec !== undefined) assert.equal(reply.header('x-oss-ec'), ec);
  if (message) assert.match(reply.text('Message') ?? '', message);
}

const invalid = '400 InvalidArgument';
const denied = '403 AccessDenied';
const mismatch = '403 SignatureDoesNotMatch';
const skewed = '403 RequestTimeTooSkewed';
const date: HeaderPair = ['Date', now.toUTCString()];
const authorization = (value: string): HeaderPair => ['Authorization', value];
const hex64 = '0'.repeat(64);
const ownScope = 'AKID/20261122/cn-hangzhou/oss/aliyun_v4_request';

describe('an Authorization header', () => {
  const cases: readonly Case[] = [
    { what: 'absent: the caller is anonymous', headers: [date], outcome: denied, ec: '0003-00001201' },
    { what: 'empty', headers: [authorization('')], outcome: invalid, message: /empty/ },
    { what: 'of an unknown scheme', headers: [authorization('Bearer abc')], outcome: invalid },
    { what: 'of V2', headers: [authorization('OSS2 AccessKeyId:AKID,Signature:x')], outcome: invalid },
    { what: 'of S3', headers: [authorization(`AWS4-HMAC-SHA256 Credential=${ownScope}`)], outcome: invalid },
    { what: 'of the scheme alone', headers: [authorization('OSS')], outcome: invalid, ec: '0002-00000065' },
    { what: 'without a colon', headers: [date, authorization('OSS AKID')], outcome: invalid, ec: '0002-00000065' },
    { what: 'without a signature', headers: [date, authorization('OSS AKID:')], outcome: invalid, ec: '0002-00000065' },
    { what: 'without a key id', headers: [date, authorization('OSS :abc')], outcome: invalid, ec: '0002-00000065' },
    { what: 'with two spaces', headers: [date, authorization('OSS  AKID:abc')], outcome: invalid },
    { what: 'with two colons', headers: [date, authorization('OSS AKID:abc:def')], outcome: invalid },
    { what: 'twice', headers: [date, authorization('OSS AKID:abc'), authorization('OSS AKID:abc')], outcome: invalid },
    {
      what: 'of an unknown key',
      headers: [date, authorization('OSS nobody:abc')],
      outcome: '403 InvalidAccessKeyId',
      ec: '0002-00000902',
    },
    {
      what: 'of a key in another case',
      headers: [date, authorization('OSS akid:abc')],
      outcome: '403 InvalidAccessKeyId',
    },
    {
      what: 'with a wrong signature',
      headers: [date, authorization('OSS AKID:abc')],
      outcome: mismatch,
      ec: '0002-00000040',
    },
    {
      what: 'of V4 with one pair',
      headers: [authorization('OSS4-HMAC-SHA256 Signature=abc')],
      outcome: invalid,
      ec: '0002-00000202',
    },
    {
      what: 'of V4 with four pairs',
      headers: [authorization(`OSS4-HMAC-SHA256 Credential=${ownScope},AdditionalHeaders=a,Signature=b,Signature=c`)],
      outcome: invalid,
      ec: '0002-00000202',
    },
    {
      what: 'of V4 without Credential',
      headers: [authorization('OSS4-HMAC-SHA256 AdditionalHeaders=host,Signature=abc')],
      outcome: invalid,
      ec: '0002-00000202',
    },
    {
      what: 'of V4 with an unknown part',
      headers: [authorization(`OSS4-HMAC-SHA256 Credential=${ownScope},SignedHeaders=host,Signature=abc`)],
      outcome: invalid,
      message: /Unknown parameter/,
    },
    {
      what: 'of V4 with empty AdditionalHeaders',
      headers: [authorization(`OSS4-HMAC-SHA256 Credential=${ownScope},AdditionalHeaders=,Signature=abc`)],
      outcome: invalid,
      ec: '0002-00000209',
    },
    {
      what: 'of V4 with a short credential',
      headers: [authorization('OSS4-HMAC-SHA256 Credential=AKID/20261122,Signature=abc')],
      outcome: invalid,
      ec: '0002-00000206',
    },
  ];
  for (const testCase of cases)
    it(`${testCase.what}: ${testCase.outcome}`, async () =>
      check(await askUnsigned('/bkt?encryption', testCase.headers ?? []), testCase));
});

describe('a V4 signature in the header', () => {
  const cases: readonly Case[] = [
    { what: 'that is right', outcome: '404 NoSuchServerSideEncryptionRule' },
    {
      what: 'with spaces after the commas',
      changes: { separator: ', ' },
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    {
      what: 'over the host as well',
      changes: { additionalHeaders: ['host'] },
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    {
      what: 'with Date in place of x-oss-date',
      changes: { dateHeader: ['Date', now.toUTCString()] },
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    {
      what: 'with the ISO form in Date',
      changes: { dateHeader: ['Date', '20261122T120642Z'] },
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    { what: 'fifteen minutes old', changes: { at: minutes(-15) }, outcome: '404 NoSuchServerSideEncryptionRule' },
    { what: 'fifteen minutes ahead', changes: { at: minutes(15) }, outcome: '404 NoSuchServerSideEncryptionRule' },
    { what: 'of another secret', changes: { accessKeySecret: 'guessed' }, outcome: mismatch, ec: '0002-00000201' },
    { what: 'of an unknown key', changes: { accessKeyId: 'nobody' }, outcome: '403 InvalidAccessKeyId' },
    { what: 'over a sub-resource with an equals sign', changes: { canonicalQuery: 'encryption=' }, outcome: mismatch },
    { what: 'over the path without the bucket', changes: { canonicalUri: '/' }, outcome: mismatch },
    { what: 'for another region', changes: { region: 'cn-beijing' }, outcome: invalid, ec: '0002-00000226' },
    {
      what: 'for the endpoint prefix instead of the region',
      changes: { region: 'oss-cn-hangzhou' },
      outcome: invalid,
      ec: '0002-00000226',
    },
    {
      what: 'for another product',
      changes: { product: 's3' },
      outcome: invalid,
      ec: '0002-00000227',
      message: /^Invalid signing product in Authorization header\.$/,
    },
    {
      what: 'with the terminator of AWS',
      changes: { terminator: 'aws4_request' },
      outcome: invalid,
      ec: '0002-00000213',
    },
    { what: 'with the day before in its scope', changes: { day: '20261121' }, outcome: invalid, ec: '0002-00000212' },
    {
      what: 'without a payload declaration',
      changes: { payload: null },
      outcome: invalid,
      message: /x-oss-content-sha256/,
    },
    { what: 'with a payload hash', changes: { payload: hex64 }, outcome: invalid, message: /x-oss-content-sha256/ },
    {
      what: 'with an additional header that was not sent',
      changes: { additionalHeaders: ['x-none'] },
      outcome: invalid,
    },
    { what: 'without any date', changes: { dateHeader: null }, outcome: denied, ec: '0002-00000503' },
    {
      what: 'with RFC 1123 in x-oss-date',
      changes: { dateHeader: ['x-oss-date', now.toUTCString()] },
      outcome: denied,
      ec: '0002-00000502',
    },
    {
      what: 'with a date of no calendar',
      changes: { dateHeader: ['x-oss-date', '20261331T120642Z'] },
      outcome: denied,
      ec: '0002-00000502',
    },
    { what: 'sixteen minutes old', changes: { at: minutes(-16) }, outcome: skewed, ec: '0002-00000504' },
    { what: 'sixteen minutes ahead', changes: { at: minutes(16) }, outcome: skewed, ec: '0002-00000504' },
  ];
  for (const testCase of cases)
    it(`${testCase.what}: ${testCase.outcome}`, async () => {
      const headers = signer.v4Headers('GET', '/bkt?encryption', testCase.changes);
      check(await askUnsigned('/bkt?encryption', headers), testCase);
    });

  it('that is upper-case, shortened or empty does not match', async () => {
    const headers = signer.v4Headers('GET', '/bkt?encryption');
    const [, value = ''] = headers.find(([name]) => name === 'Authorization') ?? [];
    const others = headers.filter(([name]) => name !== 'Authorization');
    const signature = value.slice(-64);
    for (const wrong of [signature.toUpperCase(), signature.slice(0, 63), hex64])
      check(await askUnsigned('/bkt?encryption', [...others, authorization(value.replace(signature, wrong))]), {
        what: wrong,
        outcome: mismatch,
      });
  });
});

describe('a V1 signature in the header', () => {
  const target = '/bkt?encryption';
  const cases: readonly (Case & { readonly headers: readonly HeaderPair[] })[] = [
    { what: 'with Date', headers: [date], outcome: '404 NoSuchServerSideEncryptionRule' },
    {
      what: 'with x-oss-date only, as ali-oss sends',
      headers: [['x-oss-date', now.toUTCString()]],
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    {
      what: 'with x-oss-date winning over a stale Date',
      headers: [
        ['Date', minutes(-60).toUTCString()],
        ['x-oss-date', now.toUTCString()],
      ],
      outcome: '404 NoSuchServerSideEncryptionRule',
    },
    { what: 'with an unparsable Date', headers: [['Date', 'yesterday']], outcome: denied, ec: '0002-00000502' },
    { what: 'with a Date of another zone', headers: [['Date', 'Sun, 22 Nov 2026 12:06:42 +0000']], outcome: denied },
    { what: 'with the wrong weekday', headers: [['Date', 'Tue, 22 Nov 2026 12:06:42 GMT']], outcome: denied },
    { what: 'too old', headers: [['Date', minutes(-16).toUTCString()]], outcome: skewed },
    { what: 'ahead of time', headers: [['Date', minutes(16).toUTCString()]], outcome: skewed },
  ];
  for (const testCase of cases)
    it(`${testCase.what}: ${testCase.outcome}`, async () =>
      check(await store.ask('GET', target, { headers: testCase.headers }), testCase));

  it('without any date: 403 AccessDenied', async () => {
    const reply = await askUnsigned(target, [authorization('OSS AKID:abc')]);
    check(reply, { what: '', outcome: denied, ec: '0002-00000503' });
  });

  it('takes header values for UTF-8', async () => {
    const stringToSign = `GET\n\n\n${now.toUTCString()}\nx-oss-meta-name:规则\n/bkt/?encryption`;
    const signature = createHmac('sha1', owner.accessKeySecret).update(stringToSign).digest('base64');
    const name: HeaderPair = ['x-oss-meta-name', Buffer.from('规则').toString('latin1')];
    const reply = await askUnsigned(target, [date, name, authorization(`OSS AKID:${signature}`)]);
    assert.equal(reply.outcome, '404 NoSuchServerSideEncryptionRule');
  });

  it('covers the headers: one more does not match', async () => {
    const signed = store.sign('GET', target, [], owner);
    const reply = await askUnsigned(target, [...signed, ['x-oss-acl', 'public-read']]);
    assert.equal(reply.outcome, mismatch);
  });
});

describe('the elements of a refusal', () => {
  it('SignatureDoesNotMatch: the string to sign, in text and in bytes', async () => {
    const reply = await store.ask('GET', '/bkt?encryption', { as: { ...owner, accessKeySecret: 'guessed' } });
    const stringToSign = `GET\n\n\n${now.toUTCString()}\n/bkt/?encryption`;
    assert.equal(reply.text('StringToSign'), stringToSign);
    const bytes = Buffer.from((reply.text('StringToSignBytes') ?? '').replaceAll(' ', ''), 'hex').toString();
    assert.equal(bytes, stringToSign);
    assert.equal(reply.text('OSSAccessKeyId'), 'AKID');
    assert.ok(reply.text('SignatureProvided'));
  });

  it('RequestTimeTooSkewed: both times and the bound', async () => {
    const reply = await store.ask('GET', '/bkt?encryption', { headers: [['Date', minutes(-16).toUTCString()]] });
    assert.deepEqual(
      ['RequestTime', 'ServerTime', 'MaxAllowedSkewMilliseconds'].map((name) => reply.text(name)),
      ['2026-11-22T11:50:42.000Z', '2026-11-22T12:06:42.000Z', '900000'],
    );
  });

  it('InvalidAccessKeyId: the key id', async () => {
    const reply = await askUnsigned('/bkt', [date, authorization('OSS no<body:abc')]);
    assert.equal(reply.text('OSSAccessKeyId'), 'no<body');
  });
});
