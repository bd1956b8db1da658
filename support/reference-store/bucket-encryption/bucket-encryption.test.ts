import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { HeaderPair } from '../http/store-request.ts';
import { rawExchange } from '../testing/raw-exchange.ts';
import { StoreUnderTest, ruleDocument } from '../testing/store-under-test.ts';

const target = '/bkt?encryption';
const aes = '<SSEAlgorithm>AES256</SSEAlgorithm>';
const kms = '<SSEAlgorithm>KMS</SSEAlgorithm>';
const sm4 = '<SSEAlgorithm>SM4</SSEAlgorithm>';
const keyId = '<KMSMasterKeyID>9468da86-3509-4f8d-a61e-6eab1eac****</KMSMasterKeyID>';
const withSm4 = '<KMSDataEncryption>SM4</KMSDataEncryption>';
const seed = `<?xml version="1.0" encoding="UTF-8"?>
<ServerSideEncryptionRule>
  <ApplyServerSideEncryptionByDefault>
    <SSEAlgorithm>AES256</SSEAlgorithm>
    <KMSMasterKeyID></KMSMasterKeyID>
  </ApplyServerSideEncryptionByDefault>
</ServerSideEncryptionRule>`;

function settingsOf(text: string): string {
  return [...text.matchAll(/<(SSEAlgorithm|KMSDataEncryption|KMSMasterKeyID)>([^<]*)/g)]
    .map(([, name, value]) => `${name}=${value}`)
    .join(' ');
}

describe('the encryption rule of a bucket', () => {
  let store: StoreUnderTest;

  before(async () => {
    store = await StoreUnderTest.start();
  });
  after(() => store.close());
  beforeEach(async () => {
    assert.equal((await store.ask('PUT', '/bkt')).outcome, '200');
  });
  afterEach(async () => {
    assert.equal((await store.ask('DELETE', '/bkt')).outcome, '204');
  });

  /** What GetBucketEncryption and GetBucketInfo show: the settings, in the order they are written. */
  async function shown(): Promise<readonly string[]> {
    const get = await store.ask('GET', target);
    const info = await store.ask('GET', '/bkt?bucketInfo');
    return [get.status === 200 ? settingsOf(get.body) : get.outcome, settingsOf(info.body)];
  }

  const accepted: readonly (readonly [settings: string, get: string, info: string])[] = [
    [aes, 'SSEAlgorithm=AES256', 'SSEAlgorithm=AES256'],
    [`${aes}<KMSMasterKeyID></KMSMasterKeyID>`, 'SSEAlgorithm=AES256', 'SSEAlgorithm=AES256'],
    [`<KMSMasterKeyID/>${aes}<KMSDataEncryption/>`, 'SSEAlgorithm=AES256', 'SSEAlgorithm=AES256'],
    [`${aes}${withSm4}`, 'SSEAlgorithm=AES256', 'SSEAlgorithm=AES256'],
    [sm4, 'SSEAlgorithm=SM4', 'SSEAlgorithm=SM4'],
    [`${withSm4}${sm4}`, 'SSEAlgorithm=SM4', 'SSEAlgorithm=SM4'],
    [kms, 'SSEAlgorithm=KMS', 'SSEAlgorithm=KMS KMSMasterKeyID='],
    [`${kms}<KMSMasterKeyID></KMSMasterKeyID>`, 'SSEAlgorithm=KMS', 'SSEAlgorithm=KMS KMSMasterKeyID='],
    [
      `${keyId}${kms}`,
      'SSEAlgorithm=KMS KMSMasterKeyID=9468da86-3509-4f8d-a61e-6eab1eac****',
      'SSEAlgorithm=KMS KMSMasterKeyID=9468da86-3509-4f8d-a61e-6eab1eac****',
    ],
    [
      `${kms}<KMSMasterKeyID>test_wrong</KMSMasterKeyID>`,
      'SSEAlgorithm=KMS KMSMasterKeyID=test_wrong',
      'SSEAlgorithm=KMS KMSMasterKeyID=test_wrong',
    ],
    [
      `${kms}${withSm4}<KMSMasterKeyID>k&amp;&lt;1&gt;</KMSMasterKeyID>`,
      'SSEAlgorithm=KMS KMSDataEncryption=SM4 KMSMasterKeyID=k&amp;&lt;1&gt;',
      'SSEAlgorithm=KMS KMSDataEncryption=SM4 KMSMasterKeyID=k&amp;&lt;1&gt;',
    ],
    ['<SSEAlgorithm><![CDATA[AES256]]></SSEAlgorithm><!-- ours -->', 'SSEAlgorithm=AES256', 'SSEAlgorithm=AES256'],
  ];
  for (const [settings, get, info] of accepted)
    it(`is read back as it was set: ${settings}`, async () => {
      const put = await store.putRule('bkt', settings);
      assert.equal(put.status, 200, put.body);
      assert.equal(put.body, '');
      assert.deepEqual(await shown(), [get, info]);
    });

  it('may be set by the very document of the seed', async () => {
    assert.equal((await store.ask('PUT', target, { body: seed })).outcome, '200');
    assert.deepEqual(await shown(), ['SSEAlgorithm=AES256', 'SSEAlgorithm=AES256']);
  });

  it('is replaced as a whole by every PUT', async () => {
    await store.putRule('bkt', `${kms}${keyId}${withSm4}`);
    await store.putRule('bkt', kms);
    assert.deepEqual(await shown(), ['SSEAlgorithm=KMS', 'SSEAlgorithm=KMS KMSMasterKeyID=']);
    await store.putRule('bkt', aes);
    assert.deepEqual(await shown(), ['SSEAlgorithm=AES256', 'SSEAlgorithm=AES256']);
  });

  it('is absent from a new bucket, and shown as None', async () => {
    assert.deepEqual(await shown(), ['404 NoSuchServerSideEncryptionRule', 'SSEAlgorithm=None']);
  });

  it('is gone after DELETE, which may be repeated', async () => {
    await store.putRule('bkt', aes);
    for (const _ of [1, 2]) {
      const deleted = await store.ask('DELETE', target);
      assert.deepEqual([deleted.status, deleted.body], [204, '']);
      assert.deepEqual(await shown(), ['404 NoSuchServerSideEncryptionRule', 'SSEAlgorithm=None']);
    }
  });

  it('belongs to one bucket', async () => {
    await store.ask('PUT', '/other');
    await store.putRule('bkt', aes);
    assert.equal((await store.ask('GET', '/other?encryption')).outcome, '404 NoSuchServerSideEncryptionRule');
    await store.ask('DELETE', '/other');
  });

  it('does not survive its bucket', async () => {
    await store.putRule('bkt', aes);
    await store.ask('DELETE', '/bkt');
    await store.ask('PUT', '/bkt');
    assert.deepEqual(await shown(), ['404 NoSuchServerSideEncryptionRule', 'SSEAlgorithm=None']);
  });

  const malformed = '400 MalformedXML';
  const badAlgorithm = '400 InvalidEncryptionAlgorithmError';
  const refused: readonly (readonly [what: string, body: string, outcome: string])[] = [
    ['DES', ruleDocument('<SSEAlgorithm>DES</SSEAlgorithm>'), badAlgorithm],
    ['aes256', ruleDocument('<SSEAlgorithm>aes256</SSEAlgorithm>'), badAlgorithm],
    ['spaces around the algorithm', ruleDocument('<SSEAlgorithm> AES256 </SSEAlgorithm>'), badAlgorithm],
    ['an empty algorithm', ruleDocument('<SSEAlgorithm></SSEAlgorithm>'), badAlgorithm],
    ['AES256 with a key id', ruleDocument(`${aes}${keyId}`), '400 InvalidArgument'],
    ['SM4 with a key id', ruleDocument(`${sm4}${keyId}`), '400 InvalidArgument'],
    [
      'an unknown data encryption',
      ruleDocument(`${kms}<KMSDataEncryption>abc</KMSDataEncryption>`),
      '400 InvalidDataEncryptionAlgorithmError',
    ],
    ['no algorithm', ruleDocument(''), malformed],
    ['no algorithm but a key id', ruleDocument(keyId), malformed],
    ['no inner container', '<ServerSideEncryptionRule></ServerSideEncryptionRule>', malformed],
    ['an empty body', '', malformed],
    ['a body that is no XML', 'AES256', malformed],
    ['JSON', '{"SSEAlgorithm":"AES256"}', malformed],
    ['an unclosed element', '<ServerSideEncryptionRule>', malformed],
    ['two roots', ruleDocument(aes) + ruleDocument(aes), malformed],
    ['two algorithms', ruleDocument(aes + kms), malformed],
    ['the same element twice', ruleDocument(aes + aes), malformed],
    ['an unknown element', ruleDocument(`${aes}<BucketKeyEnabled>true</BucketKeyEnabled>`), malformed],
    ['an element inside a setting', ruleDocument('<SSEAlgorithm><b>AES256</b></SSEAlgorithm>'), malformed],
    ['text between elements', ruleDocument(`and ${aes}`), malformed],
    [
      'the S3 root',
      `<ServerSideEncryptionConfiguration><Rule>${aes}</Rule></ServerSideEncryptionConfiguration>`,
      malformed,
    ],
    [
      'another namespace',
      ruleDocument(aes).replace('Rule>', 'Rule xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'),
      malformed,
    ],
    ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY x "AES256">]>${ruleDocument('<SSEAlgorithm>&x;</SSEAlgorithm>')}`, malformed],
    ['another encoding', `<?xml version="1.0" encoding="GBK"?>${ruleDocument(aes)}`, malformed],
    ['deep nesting', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, malformed],
    ['64 KiB of spaces', `${' '.repeat(64 * 1024)}${ruleDocument(aes)}`, '400 EntityTooLarge'],
  ];
  for (const [what, body, outcome] of refused)
    it(`is not set, and the old one stays, by ${what}`, async () => {
      await store.putRule('bkt', `${kms}${keyId}`);
      const before = await shown();
      assert.equal((await store.ask('PUT', target, { body })).outcome, outcome);
      assert.deepEqual(await shown(), before);
    });

  it('is refused in the words of the documentation', async () => {
    const message = async (settings: string): Promise<string | undefined> =>
      (await store.putRule('bkt', settings)).text('Message');
    assert.equal(
      await message('<SSEAlgorithm>DES</SSEAlgorithm>'),
      'The Encryption request you specified is not valid. Supported value: AES256/KMS',
    );
    assert.equal(
      await message(aes + keyId),
      'KMSMasterKeyID is not applicable if the default sse algorithm is not KMS',
    );
    const none = await store.ask('GET', target);
    assert.equal(none.text('Message'), 'The server side encryption configuration was not found.');
    assert.deepEqual([none.text('EC'), none.header('x-oss-ec')], ['0005-00000004', '0005-00000004']);
  });

  const framings: readonly (readonly [what: string, headers: readonly HeaderPair[], outcome: string])[] = [
    ['as text/plain', [['Content-Type', 'text/plain; charset=utf-8']], '200'],
    ['without a Content-Type', [], '200'],
    ['in chunks', [['Transfer-Encoding', 'chunked']], '200'],
    ['with its MD5', [['Content-MD5', createHash('md5').update(ruleDocument(aes)).digest('base64')]], '200'],
    ['with the MD5 of another body', [['Content-MD5', 'eF6BcKvySXq2MceQv/t4UA==']], '400 InvalidDigest'],
    ['with an MD5 in hexadecimal', [['Content-MD5', '785e8170abf2497ab631c790bffb7850']], '400 InvalidDigest'],
  ];
  for (const [what, headers, outcome] of framings)
    it(`may be sent ${what}: ${outcome}`, async () => {
      assert.equal((await store.ask('PUT', target, { headers, body: ruleDocument(aes) })).outcome, outcome);
      assert.equal((await store.ask('GET', target)).status, outcome === '200' ? 200 : 404);
    });

  it('needs a length or chunks', async () => {
    // A client library adds one of the two, so the request is written by hand.
    const headers = store.sign('PUT', target, [['Host', '127.0.0.1']], store.store.principals.owner);
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const request = `PUT ${target} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`;
    assert.match((await rawExchange(store.port, request)).text, /^HTTP\/1\.1 411 .*<Code>MissingContentLength</s);
  });

  it('has one address, however it is written', async () => {
    const hosts = ['bkt.oss-cn-hangzhou.aliyuncs.com', 'bkt.localhost', 'bkt.127.0.0.1:9000'];
    await store.putRule('bkt', aes);
    for (const form of [
      '/bkt?encryption',
      '/bkt/?encryption',
      '/bkt?encryption=',
      '/bkt/?encryption=',
      '/bkt?x=1&encryption',
    ])
      assert.equal((await store.ask('GET', form)).outcome, '200', form);
    for (const host of hosts)
      for (const form of ['/?encryption', '/?encryption='])
        assert.equal((await store.ask('GET', form, { headers: [['Host', host]] })).outcome, '200', host + form);
  });

  it('answers HEAD like GET without a body', async () => {
    const none = await store.ask('HEAD', target);
    assert.deepEqual([none.outcome, none.body], ['404 NoSuchServerSideEncryptionRule', '']);
    await store.putRule('bkt', aes);
    const head = await store.ask('HEAD', target);
    const get = await store.ask('GET', target);
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.equal(head.header('content-length'), String(get.body.length));
  });

  it('knows no POST', async () => {
    const post = await store.ask('POST', target, { body: '' });
    assert.equal(post.outcome, '405 MethodNotAllowed');
    assert.equal(post.header('allow'), 'PUT GET DELETE HEAD');
    assert.deepEqual([post.text('Method'), post.text('ResourceType')], ['POST', 'encryption']);
  });

  it('is not combined with another sub-resource', async () => {
    for (const method of ['PUT', 'GET', 'DELETE'])
      assert.equal(
        (await store.ask(method, '/bkt?encryption&bucketInfo', { body: '' })).outcome,
        '400 InvalidArgument',
      );
  });
});

describe('the encryption rule of a bucket that does not exist', () => {
  it('is 404 NoSuchBucket for PUT, GET and DELETE', async () => {
    const store = await StoreUnderTest.start();
    for (const method of ['PUT', 'GET', 'DELETE']) {
      const reply = await store.ask(method, '/none?encryption', { body: ruleDocument(aes) });
      assert.equal(reply.outcome, '404 NoSuchBucket');
      assert.equal(reply.text('Message'), 'The specified bucket does not exist.');
      assert.deepEqual([reply.text('BucketName'), reply.text('EC')], ['none', '0015-00000101']);
    }
    await store.close();
  });
});

describe('who may use the encryption rule', () => {
  let store: StoreUnderTest;

  before(async () => {
    store = await StoreUnderTest.start();
    await store.ask('PUT', '/bkt');
  });
  after(() => store.close());

  const unknown = { accessKeyId: 'nobody', accessKeySecret: 'secret' };
  for (const [who, as, put, get, deleted] of [
    ['the owner', 'owner', '200', '200', '204'],
    ['the delegate', 'delegate', '200', '200', '204'],
    ['the reader', 'reader', '403 AccessDenied', '200', '403 AccessDenied'],
    ['the writer', 'writer', '200', '403 AccessDenied', '403 AccessDenied'],
    ['the deleter', 'deleter', '403 AccessDenied', '403 AccessDenied', '204'],
    ['the unprivileged', 'unprivileged', '403 AccessDenied', '403 AccessDenied', '403 AccessDenied'],
    ['an outsider', 'outsider', '403 AccessDenied', '403 AccessDenied', '403 AccessDenied'],
    ['an anonymous caller', null, '403 AccessDenied', '403 AccessDenied', '403 AccessDenied'],
    ['an unknown key', unknown, '403 InvalidAccessKeyId', '403 InvalidAccessKeyId', '403 InvalidAccessKeyId'],
  ] as const)
    it(`${who}: ${put}, ${get}, ${deleted}`, async () => {
      assert.equal((await store.putRule('bkt', kms, { as })).outcome, put);
      await store.putRule('bkt', aes);
      assert.equal((await store.ask('GET', target, { as })).outcome, get);
      assert.equal((await store.ask('DELETE', target, { as })).outcome, deleted);
      const left = await store.ask('GET', target);
      if (deleted === '204') assert.equal(left.status, 404);
      else assert.match(left.body, /AES256/);
    });
});
