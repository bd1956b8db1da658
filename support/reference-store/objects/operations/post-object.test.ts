import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { v4SigningKey } from '../../authentication/v4.ts';
import type { PrincipalCredentials, PrincipalName } from '../../store-principals.ts';
import { ObjectClient } from '../testing/object-client.ts';
import type { ObjectReply } from '../testing/object-client.ts';

type Fields = Readonly<Record<string, string>>;

const hour = 3_600_000;

function policy(conditions: readonly unknown[] = [], expiresIn = hour): string {
  const expiration = new Date(Date.now() + expiresIn).toISOString();
  return Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
}

function signV1({ accessKeyId, accessKeySecret, securityToken }: PrincipalCredentials, signed = policy()): Fields {
  const Signature = createHmac('sha1', accessKeySecret).update(signed).digest('base64');
  const token = securityToken === undefined ? {} : { 'x-oss-security-token': securityToken };
  return { OSSAccessKeyId: accessKeyId, policy: signed, Signature, ...token };
}

function signV4({ accessKeyId, accessKeySecret }: PrincipalCredentials, region = 'cn-hangzhou'): Fields {
  const scope = { date: '20251116', region, product: 'oss', terminator: 'aliyun_v4_request' };
  const signed = policy();
  return {
    policy: signed,
    'x-oss-signature-version': 'OSS4-HMAC-SHA256',
    'x-oss-credential': `${accessKeyId}/20251116/${region}/oss/aliyun_v4_request`,
    'x-oss-date': '20251116T000000Z',
    'x-oss-signature': createHmac('sha256', v4SigningKey(accessKeySecret, scope)).update(signed).digest('hex'),
  };
}

describe('PostObject', () => {
  let client: ObjectClient;
  const file = randomBytes(300_000);

  before(async () => {
    client = await ObjectClient.start();
  });

  after(async () => {
    await client.close();
  });

  function credentials(name: PrincipalName = 'owner'): PrincipalCredentials {
    return client.under.store.principals[name];
  }

  async function post(fields: Fields, headers: Record<string, string> = {}): Promise<ObjectReply> {
    const parts = Object.entries(fields).map(
      ([name, value]) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const last =
      '--B\r\nContent-Disposition: form-data; name="file"; filename="中.txt"\r\nContent-Type: image/png\r\n\r\n';
    const body = Buffer.concat([Buffer.from(parts.join('') + last), file, Buffer.from('\r\n--B--\r\n')]);
    const contentType = 'multipart/form-data; boundary=B';
    return client.send('POST', '/bkt', { as: null, body, headers: { 'Content-Type': contentType, ...headers } });
  }

  it('stores the file of a signed form, with what the fields say', async () => {
    const reply = await post({
      ...signV1(credentials()),
      key: 'posted',
      'x-oss-meta-a': 'é',
      'Cache-Control': 'no-cache',
    });
    assert.equal(reply.outcome, '204');
    const got = await client.send('GET', '/bkt/posted');
    assert.deepEqual(got.body, file);
    assert.equal(got.header('etag'), reply.header('etag'));
    assert.equal(got.header('content-type'), 'image/png');
    assert.equal(got.header('cache-control'), 'no-cache');
    assert.equal(Buffer.from(got.header('x-oss-meta-a') ?? '', 'latin1').toString(), 'é');
    assert.equal(got.encryption, 'none');
  });

  // OBJ-22
  const kms = { 'x-oss-server-side-encryption': 'KMS', 'x-oss-server-side-data-encryption': 'SM4' };
  for (const [title, fields, headers, rule, expected] of [
    ['the fields say', kms, {}, null, 'KMS SM4 with key id'],
    ['the headers say', {}, kms, null, 'KMS SM4 with key id'],
    ['the rule says', {}, {}, 'AES256', 'AES256'],
    ['the fields say, not the rule', kms, {}, 'AES256', 'KMS SM4 with key id'],
  ] as const) {
    it(`encrypts as ${title}`, async () => {
      await client.setRule(rule);
      const reply = await post({ ...signV1(credentials()), key: 'encrypted', ...fields }, headers);
      assert.equal(`${reply.outcome} ${reply.encryption}`, `204 ${expected}`);
      await client.setRule(null);
      const got = await client.send('GET', '/bkt/encrypted');
      assert.equal(got.encryption, expected);
      assert.deepEqual(got.body, file);
    });
  }

  it('takes V4 signatures, the delegate’s, and temporary credentials', async () => {
    const session = client.under.store.issueSessionCredentials('owner', new Date(Date.now() + hour));
    for (const fields of [signV4(credentials()), signV1(credentials('delegate')), signV1(session)]) {
      assert.equal((await post({ ...fields, key: 'k' })).outcome, '204');
    }
  });

  it('answers as the form asks', async () => {
    const signed = signV1(credentials());
    assert.equal((await post({ ...signed, key: 'k', success_action_status: '200' })).status, 200);
    const created = await post({ ...signed, key: 'dir/${filename}', success_action_status: '201' });
    assert.equal(created.status, 201);
    assert.deepEqual([created.texts('Bucket'), created.texts('Key')], [['bkt'], ['dir/中.txt']]);
    assert.match(created.texts('Location')[0] ?? '', /^http:\/\/127\.0\.0\.1:\d+\/bkt\/dir%2F%E4%B8%AD\.txt$/);
    const redirected = await post({ ...signed, key: 'k', success_action_redirect: 'http://example.com/done?a=b' });
    assert.equal(redirected.status, 303);
    assert.match(redirected.header('location') ?? '', /^http:\/\/example\.com\/done\?a=b&bucket=bkt&key=k&etag=/);
  });

  it('refuses what is not allowed, and stores nothing of it', async () => {
    const owner = credentials();
    const signed = signV1(owner);
    const limits = (least: number, most: number): Fields =>
      signV1(owner, policy([['content-length-range', least, most]]));
    const cases: [fields: Fields, outcome: string][] = [
      [{}, '403 AccessDenied'],
      [signV1(credentials('outsider')), '403 AccessDenied'],
      [{ ...signed, Signature: 'AAAA' }, '403 SignatureDoesNotMatch'],
      [{ ...signed, policy: policy([{ bucket: 'bkt' }]) }, '403 SignatureDoesNotMatch'],
      [signV1({ ...owner, accessKeyId: 'nobody' }), '403 InvalidAccessKeyId'],
      [{ OSSAccessKeyId: owner.accessKeyId }, '400 InvalidArgument'],
      [signV4(owner, 'cn-beijing'), '400 InvalidArgument'],
      [signV1(owner, policy([], -1000)), '403 AccessDenied'],
      [signV1(owner, policy([{ bucket: 'other' }])), '403 AccessDenied'],
      [signV1(owner, policy([['starts-with', '$key', 'user/']])), '403 AccessDenied'],
      [signV1(owner, policy([['in', '$content-type', ['image/jpg']]])), '403 AccessDenied'],
      [signV1(owner, policy(['nonsense'])), '400 InvalidPolicyDocument'],
      [signV1(owner, Buffer.from('{}').toString('base64')), '400 InvalidPolicyDocument'],
      [limits(0, 1000), '400 EntityTooLarge'],
      [limits(400_000, 500_000), '400 EntityTooSmall'],
      [{ ...signed, 'x-oss-server-side-encryption': 'DES' }, '400 InvalidEncryptionAlgorithmError'],
      [{ ...signed, 'x-oss-meta-a': 'b\r\nx: y' }, '400 MalformedPOSTRequest'],
    ];
    for (const [fields, outcome] of cases) {
      assert.equal((await post({ key: 'refused', ...fields })).outcome, outcome, JSON.stringify(fields));
    }
    assert.equal((await post({ ...signed, key: '/slash' })).outcome, '400 InvalidObjectName');
    assert.equal((await post(signed)).outcome, '400 InvalidArgument');
    assert.equal((await client.send('GET', '/bkt/refused')).outcome, '404 NoSuchKey');
  });

  it('keeps to a policy that allows the upload', async () => {
    const conditions = [
      { bucket: 'bkt' },
      ['eq', '$key', 'user/a'],
      ['starts-with', '$key', 'user/'],
      ['content-length-range', 1, 300_000],
      ['not-in', '$key', ['x']],
    ];
    assert.equal((await post({ ...signV1(credentials(), policy(conditions)), key: 'user/a' })).outcome, '204');
  });

  it('refuses a body that is no form', async () => {
    for (const headers of [{}, { 'Content-Type': 'multipart/form-data; boundary=B' }]) {
      const reply = await client.send('POST', '/bkt', { as: null, headers: { ...headers }, body: 'x' });
      assert.equal(reply.outcome, '400 MalformedPOSTRequest');
    }
  });
});
