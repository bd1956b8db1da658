import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { StoreUnderTest } from '../testing/store-under-test.ts';
import { TestSigner } from './test-signer.ts';
import type { SigningChanges } from './test-signer.ts';

const now = new Date('2026-11-22T12:06:42Z');
const unix = now.getTime() / 1000;
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const owner = { accessKeyId: 'AKID', accessKeySecret: 'secret' };
const noRule = '404 NoSuchServerSideEncryptionRule';
const denied = '403 AccessDenied';

let store: StoreUnderTest;
let signer: TestSigner;

before(async () => {
  store = await StoreUnderTest.start({ clock: () => now, principals: { owner } });
  signer = new TestSigner(owner, now);
  assert.equal((await store.ask('PUT', '/bkt')).status, 200);
});
after(() => store.close());

async function outcome(target: string, method = 'GET'): Promise<string> {
  return (await store.ask(method, target, { as: null })).outcome;
}

function v1Signature(expires: string, method = 'GET', token = ''): string {
  const resource = `/bkt/?encryption${token === '' ? '' : `&security-token=${token}`}`;
  return createHmac('sha1', 'secret').update(`${method}\n\n\n${expires}\n${resource}`).digest('base64');
}

function v1Url(expires: string | number, signature = v1Signature(String(expires))): string {
  return `/bkt?encryption&OSSAccessKeyId=AKID&Expires=${expires}&Signature=${encodeURIComponent(signature)}`;
}

async function messageFor(target: string): Promise<string | undefined> {
  return (await store.ask('GET', target, { as: null })).text('Message');
}

describe('a URL signed by V1', () => {
  const good = v1Url(unix + 60);

  for (const [what, target, expected] of [
    ['holds until it expires', good, noRule],
    ['holds in its last second', v1Url(unix), noRule],
    ['has expired', v1Url(unix - 1), denied],
    ['expires at no number', v1Url('tomorrow'), denied],
    ['expires at nothing', v1Url(''), denied],
    ['has no signature', `/bkt?encryption&OSSAccessKeyId=AKID&Expires=${unix + 60}`, denied],
    ['has no key id', `/bkt?encryption&Signature=abc&Expires=${unix + 60}`, denied],
    ['has an Expires alone', `/bkt?encryption&Expires=${unix + 60}`, denied],
    ['has a wrong signature', v1Url(unix + 60, 'abc'), '403 SignatureDoesNotMatch'],
    ['names an unknown key', good.replace('AKID', 'nobody'), '403 InvalidAccessKeyId'],
    ['repeats what is signed: the first counts', `${good}&encryption=again`, noRule],
    ['repeats a parameter: the first counts', `${good}&Expires=1&Signature=abc`, noRule],
    [
      'repeats a parameter, the wrong one first',
      `/bkt?Signature=abc&${good.slice('/bkt?'.length)}`,
      '403 SignatureDoesNotMatch',
    ],
  ] as const)
    it(`${what}: ${expected}`, async () => assert.equal(await outcome(target), expected));

  it('says in which way it is bad', async () => {
    assert.equal(await messageFor(v1Url(unix - 1)), 'Request has expired.');
    assert.equal(await messageFor(v1Url('tomorrow')), 'Invalid date (should be seconds since epoch).');
    assert.equal(
      await messageFor('/bkt?encryption&OSSAccessKeyId=AKID'),
      'Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters.',
    );
  });

  it('needs its plus signs percent-encoded', async () => {
    let expires = unix;
    while (!v1Signature(String(expires)).includes('+')) expires += 1;
    assert.equal(await outcome(v1Url(expires)), noRule);
    assert.equal(await outcome(v1Url(expires).replaceAll('%2B', '+')), '403 SignatureDoesNotMatch');
  });

  it('is not for another method', async () => {
    assert.equal(await outcome(good, 'DELETE'), '403 SignatureDoesNotMatch');
  });

  it('excludes a signature in the header', async () => {
    assert.equal((await store.ask('GET', good)).outcome, '400 InvalidArgument');
  });

  it('excludes a V4 signature in the same URL', async () => {
    const [, v4Query = ''] = signer.v4Url('GET', '/bkt').split('?');
    assert.equal(await outcome(`${good}&${v4Query.replace('encryption&', '')}`), '400 InvalidArgument');
  });
});

describe('a URL signed by V4', () => {
  const cases: readonly (readonly [what: string, changes: SigningChanges, expected: string])[] = [
    ['holds', {}, noRule],
    ['holds for one second', { expires: '1' }, noRule],
    ['holds for a week', { expires: '604800' }, noRule],
    ['holds until it expires', { at: minutes(-10), expires: '600' }, noRule],
    ['holds fifteen minutes ahead of time', { at: minutes(15) }, noRule],
    ['has expired', { at: minutes(-11), expires: '600' }, denied],
    ['is too far ahead of time', { at: minutes(16) }, '403 RequestTimeTooSkewed'],
    ['holds for no time', { expires: '0' }, '400 InvalidArgument'],
    ['holds for more than a week', { expires: '604801' }, '400 InvalidArgument'],
    ['holds for no number', { expires: 'long' }, '400 InvalidArgument'],
    ['has no signature', { without: ['x-oss-signature'] }, '400 InvalidArgument'],
    ['has no credential', { without: ['x-oss-credential'] }, '400 InvalidArgument'],
    ['has no date', { without: ['x-oss-date'] }, '400 InvalidArgument'],
    ['has no expiry', { without: ['x-oss-expires'] }, '400 InvalidArgument'],
    ['has no version', { without: ['x-oss-signature-version'] }, '400 InvalidArgument'],
    ['is for another region', { region: 'cn-beijing' }, '400 InvalidArgument'],
    ['is for another product', { product: 's3' }, '400 InvalidArgument'],
    ['has another terminator', { terminator: 'aws4_request' }, '400 InvalidArgument'],
    ['has another day in its scope', { day: '20261121' }, '400 InvalidArgument'],
    ['is made with another secret', { accessKeySecret: 'guessed' }, '403 SignatureDoesNotMatch'],
    ['is of an unknown key', { accessKeyId: 'nobody' }, '403 InvalidAccessKeyId'],
  ];
  for (const [what, changes, expected] of cases)
    it(`${what}: ${expected}`, async () => assert.equal(await outcome(signer.v4Url('GET', '/bkt', changes)), expected));

  it('covers every parameter: one more does not match', async () => {
    assert.equal(await outcome(`${signer.v4Url('GET', '/bkt')}&marker=a`), '403 SignatureDoesNotMatch');
  });

  it('excludes a signature in the header', async () => {
    assert.equal((await store.ask('GET', signer.v4Url('GET', '/bkt'))).outcome, '400 InvalidArgument');
  });
});

describe('temporary credentials', () => {
  const hour = 3_600_000;
  const target = '/bkt?encryption';

  it('are accepted with their token, wherever they sign', async () => {
    const session = store.store.issueSessionCredentials('owner', new Date(now.getTime() + hour));
    assert.equal((await store.ask('GET', target, { as: session })).outcome, noRule);
    const headers = signer.v4Headers('GET', target, session);
    assert.equal((await store.ask('GET', target, { as: null, headers })).outcome, noRule);
    assert.equal(await outcome(signer.v4Url('GET', '/bkt', session)), noRule);
  });

  it('hold in a signed URL for twelve hours at most', async () => {
    const session = store.store.issueSessionCredentials('owner', new Date(now.getTime() + 100 * hour));
    assert.equal(await outcome(signer.v4Url('GET', '/bkt', { ...session, expires: '43200' })), noRule);
    assert.equal(await outcome(signer.v4Url('GET', '/bkt', { ...session, expires: '43201' })), '400 InvalidArgument');
  });

  it('are refused in the documented ways', async () => {
    const session = store.store.issueSessionCredentials('owner', new Date(now.getTime() + hour));
    const other = store.store.issueSessionCredentials('owner', new Date(now.getTime() + hour));
    const expired = store.store.issueSessionCredentials('owner', now);
    const { securityToken, ...withoutToken } = session;
    for (const [what, as, expected] of [
      ['expired', expired, '403 SecurityTokenExpired'],
      ['an invented token', { ...session, securityToken: 'invented' }, '403 InvalidSecurityToken'],
      ['an empty token', { ...session, securityToken: '' }, '403 InvalidSecurityToken'],
      [
        'the token of another session',
        { ...session, securityToken: other.securityToken },
        '403 AccessKeyIdAndSecurityTokenNotMatch',
      ],
      ['a long-term key with a token', { ...owner, securityToken }, '403 AccessKeyIdAndSecurityTokenNotMatch'],
      ['no token', withoutToken, '403 InvalidAccessKeyId'],
    ] as const)
      assert.equal((await store.ask('GET', target, { as })).outcome, expected, what);
  });

  it('may do what their principal may do', async () => {
    const outsider = store.store.issueSessionCredentials('outsider', new Date(now.getTime() + hour));
    assert.equal((await store.ask('GET', target, { as: outsider })).outcome, '403 AccessDenied');
  });
});
