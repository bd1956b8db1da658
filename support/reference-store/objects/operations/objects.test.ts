import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { namedKeys } from '../../kms/key-registry.ts';
import { rawExchange } from '../../testing/raw-exchange.ts';
import { ObjectClient } from '../testing/object-client.ts';

const bytes = randomBytes(300_000);
const kms = { 'x-oss-server-side-encryption': 'KMS' };
const sm4 = { 'x-oss-server-side-data-encryption': 'SM4' };

/** DeleteMultipleObjects requires it. */
function md5Of(body: string): Record<string, string> {
  return { 'Content-MD5': createHash('md5').update(body).digest('base64') };
}

describe('objects over HTTP', () => {
  let client: ObjectClient;

  before(async () => {
    client = await ObjectClient.start();
  });

  after(async () => {
    await client.close();
  });

  it('are given back as they were put, with their headers', async () => {
    const md5 = createHash('md5').update(bytes).digest();
    const put = await client.send('PUT', '/bkt/plain', {
      body: bytes,
      headers: { 'Content-Type': 'text/plain', 'x-oss-meta-Author': '\xe4\xb8\xad', 'Cache-Control': 'no-cache' },
    });
    assert.equal(put.outcome, '200');
    assert.equal(put.header('etag'), `"${md5.toString('hex').toUpperCase()}"`);
    assert.equal(put.header('content-md5'), md5.toString('base64'));
    const got = await client.send('GET', '/bkt/plain');
    assert.equal(got.outcome, '200');
    assert.deepEqual(got.body, bytes);
    for (const reply of [got, await client.send('HEAD', '/bkt/plain')]) {
      assert.equal(reply.header('etag'), put.header('etag'));
      assert.equal(reply.header('content-md5'), put.header('content-md5'));
      assert.equal(reply.header('content-length'), '300000');
      assert.equal(reply.header('content-type'), 'text/plain');
      assert.equal(reply.header('cache-control'), 'no-cache');
      assert.equal(reply.header('x-oss-meta-author'), '\xe4\xb8\xad');
      assert.equal(reply.header('x-oss-object-type'), 'Normal');
      assert.ok(Math.abs(Date.parse(reply.header('last-modified') ?? '') - Date.now()) < 60_000);
      assert.equal(reply.encryption, 'none');
    }
    const meta = await client.send('HEAD', '/bkt/plain?objectMeta');
    assert.deepEqual([meta.header('etag'), meta.header('content-length')], [put.header('etag'), '300000']);
  });

  // OBJ-08, OBJ-10, OBJ-12, OBJ-16, OBJ-26
  const matrix: [rule: Parameters<ObjectClient['setRule']>, said: Record<string, string>, expected: string][] = [
    [[null], kms, 'KMS with key id'],
    [[null], { ...kms, ...sm4 }, 'KMS SM4 with key id'],
    [[null], { ...kms, 'x-oss-server-side-encryption-key-id': namedKeys.enabled }, 'KMS with key id'],
    [[null], { 'x-oss-server-side-encryption': 'AES256', ...sm4 }, 'AES256'],
    [[null], { 'x-oss-server-side-encryption': 'SM4' }, 'SM4'],
    [[null], sm4, 'none'],
    [['AES256'], {}, 'AES256'],
    [['SM4'], {}, 'SM4'],
    [['KMS'], {}, 'KMS with key id'],
    [['KMS', '<KMSDataEncryption>SM4</KMSDataEncryption>'], {}, 'KMS SM4 with key id'],
    [['KMS', `<KMSMasterKeyID>${namedKeys.enabled}</KMSMasterKeyID>`], {}, 'KMS with key id'],
    [['AES256'], kms, 'KMS with key id'],
    [['KMS'], { 'x-oss-server-side-encryption': 'AES256' }, 'AES256'],
  ];
  for (const [rule, said, expected] of matrix) {
    it(`say ${expected} for ${JSON.stringify(said)} under the rule ${rule.join(' ')}, whatever the rule becomes`, async () => {
      await client.setRule(...rule);
      const put = await client.send('PUT', '/bkt/key', { body: bytes, headers: said });
      assert.equal(`${put.outcome} ${put.encryption}`, `200 ${expected}`);
      await client.setRule(null);
      const got = await client.send('GET', '/bkt/key');
      assert.deepEqual(got.body, bytes);
      const head = await client.send('HEAD', '/bkt/key');
      for (const reply of [got, head]) {
        assert.equal(reply.encryption, expected);
        assert.equal(reply.header('content-length'), '300000');
        assert.equal(
          reply.header('x-oss-server-side-encryption-key-id'),
          put.header('x-oss-server-side-encryption-key-id'),
        );
      }
    });
  }

  // OBJ-06
  const elsewhere: [method: string, target: string, body?: string][] = [
    ['GET', '/bkt/key'],
    ['HEAD', '/bkt/key'],
    ['HEAD', '/bkt/key?objectMeta'],
    ['DELETE', '/bkt/key'],
    ['PUT', '/bkt/key?partNumber=1&uploadId=x', 'x'],
    ['POST', '/bkt/key?uploadId=x', '<CompleteMultipartUpload/>'],
    ['DELETE', '/bkt/key?uploadId=x'],
    ['GET', '/bkt/key?uploadId=x'],
    ['POST', '/bkt/?delete', '<Delete><Object><Key>key</Key></Object></Delete>'],
    ['GET', '/bkt/?encryption'],
    ['GET', '/'],
  ];
  for (const [method, target, body] of elsewhere) {
    it(`refuse encryption headers on ${method} ${target}`, async () => {
      await client.send('PUT', '/bkt/key', { body: 'x' });
      const sending = body === undefined ? {} : { body };
      for (const name of [
        'x-oss-server-side-encryption',
        'x-oss-server-side-encryption-key-id',
        'x-oss-server-side-data-encryption',
      ]) {
        const reply = await client.send(method, target, { ...sending, headers: { [name]: 'AES256' } });
        assert.equal(reply.outcome, '400 InvalidArgument');
      }
      assert.equal((await client.send('GET', '/bkt/key')).outcome, '200');
    });
  }

  // OBJ-07, OBJ-24, OBJ-30, OBJ-31, OBJ-39
  const refusals: [said: Record<string, string>, expected: string][] = [
    [{ 'x-oss-server-side-encryption': 'DES' }, '400 InvalidEncryptionAlgorithmError'],
    [{ 'x-oss-server-side-encryption': '' }, '400 InvalidEncryptionAlgorithmError'],
    [{ ...kms, 'x-oss-server-side-data-encryption': 'abc' }, '400 InvalidDataEncryptionAlgorithmError'],
    [{ ...kms, 'x-oss-server-side-encryption-key-id': '' }, '400 InvalidArgument'],
    [{ ...kms, 'x-oss-server-side-encryption-key-id': 'test_wrong' }, '404 KeyNotFound'],
    [{ ...kms, 'x-oss-server-side-encryption-key-id': namedKeys.disabled }, '409 KeyDisabled'],
    [{ ...kms, 'x-oss-server-side-encryption-context': '{}' }, '400 InvalidArgument'],
    [{ 'Content-MD5': 'wrong' }, '400 InvalidDigest'],
    [{ 'Content-MD5': createHash('md5').update('other').digest('base64') }, '400 InvalidDigest'],
    [{ 'x-oss-forbid-overwrite': 'true' }, '409 FileAlreadyExists'],
    [{ 'x-oss-meta-large': 'x'.repeat(9000) }, '400 InvalidArgument'],
  ];
  for (const [said, expected] of refusals) {
    it(`are refused with ${expected} for ${JSON.stringify(said).slice(0, 90)}, and the old one stays`, async () => {
      await client.send('PUT', '/bkt/kept', { body: 'old' });
      assert.equal((await client.send('PUT', '/bkt/kept', { body: 'new', headers: said })).outcome, expected);
      assert.equal((await client.send('GET', '/bkt/kept')).body.toString(), 'old');
    });
  }

  it('need a length or chunks', async () => {
    const date = new Date().toUTCString();
    const headers = client.under.sign('PUT', '/bkt/none', [['Date', date]], client.under.store.principals.owner);
    const lines = [
      'PUT /bkt/none HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: close',
      ...headers.map((pair) => pair.join(': ')),
    ];
    const { text } = await rawExchange(client.under.port, `${lines.join('\r\n')}\r\n\r\n`);
    assert.match(text, /^HTTP\/1\.1 411 [^]*MissingContentLength/);
    const chunked = await client.send('PUT', '/bkt/chunked', {
      body: bytes,
      headers: { 'Transfer-Encoding': 'chunked' },
    });
    assert.equal(chunked.outcome, '200');
    assert.deepEqual((await client.send('GET', '/bkt/chunked')).body, bytes);
  });

  it('may have odd names, and not every one', async () => {
    for (const key of [
      'a%20b',
      'a+b',
      '%2E%2E',
      'a%2F..%2Fb',
      '%E4%B8%AD%E6%96%87',
      '%25',
      'a//b',
      '%F0%9F%98%80',
      'x'.repeat(1023),
    ]) {
      assert.equal((await client.send('PUT', `/bkt/${key}`, { body: key })).outcome, '200', key);
      assert.equal((await client.send('GET', `/bkt/${key}`)).body.toString(), key);
      assert.equal((await client.send('DELETE', `/bkt/${key}`)).outcome, '204');
      assert.equal((await client.send('GET', `/bkt/${key}`)).outcome, '404 NoSuchKey');
      assert.equal((await client.send('HEAD', `/bkt/${key}`)).outcome, '404 NoSuchKey');
      assert.equal((await client.send('DELETE', `/bkt/${key}`)).outcome, '204');
    }
    for (const key of ['/a', '%5Ca', 'x'.repeat(1024)]) {
      assert.equal((await client.send('PUT', `/bkt/${key}`, { body: 'x' })).outcome, '400 InvalidObjectName');
    }
  });

  it('belong to the owner and to those the owner lets', async () => {
    await client.send('PUT', '/bkt/private', { body: 'x', as: 'delegate' });
    assert.equal((await client.send('GET', '/bkt/private', { as: 'delegate' })).outcome, '200');
    for (const as of ['outsider', null] as const) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        assert.equal((await client.send(method, '/bkt/private', { as })).outcome, '403 AccessDenied');
      }
    }
    assert.equal((await client.send('GET', '/bkt/private')).outcome, '200');
  });

  it('objects with control characters in their keys are deleted together', async () => {
    const keys = ['ctrl\u0001', 'ctrl\u000c'];
    for (const key of keys) await client.send('PUT', `/bkt/${encodeURIComponent(key)}`, { body: 'x' });
    const body = '<Delete><Object><Key>ctrl&#x01;</Key></Object><Object><Key>ctrl\u000c</Key></Object></Delete>';
    const deleted = await client.send('POST', '/bkt?delete&encoding-type=url', { body, headers: md5Of(body) });
    assert.deepEqual([deleted.outcome, deleted.texts('Key', 'Deleted')], ['200', ['ctrl%01', 'ctrl%0C']]);
    for (const key of keys)
      assert.equal((await client.send('GET', `/bkt/${encodeURIComponent(key)}`)).outcome, '404 NoSuchKey');
  });

  it('a condition on PutObject is refused, and nothing is stored', async () => {
    for (const headers of [{ 'If-Modified-Since': new Date(0).toUTCString() }, { 'If-None-Match': '*' }])
      assert.equal((await client.send('PUT', '/bkt/if', { headers, body: 'x' })).outcome, '400 NotImplemented');
    assert.equal((await client.send('GET', '/bkt/if')).outcome, '404 NoSuchKey');
  });

  it('are listed, and keep their bucket from being deleted', async () => {
    await client.send('PUT', '/full');
    for (const key of ['b', 'a', 'dir/c']) await client.send('PUT', `/full/${key}`, { body: key });
    const listing = await client.send('GET', '/full?delimiter=/');
    assert.deepEqual(listing.texts('Key', 'Contents'), ['a', 'b']);
    assert.deepEqual(listing.texts('Size', 'Contents'), ['1', '1']);
    assert.deepEqual(listing.texts('Prefix', 'CommonPrefixes'), ['dir/']);
    assert.equal((await client.send('DELETE', '/full')).outcome, '409 BucketNotEmpty');
    const body =
      '<Delete><Object><Key>a</Key></Object><Object><Key>dir/c</Key></Object><Object><Key>none</Key></Object></Delete>';
    const deleted = await client.send('POST', '/full?delete', { body, headers: md5Of(body) });
    assert.deepEqual(deleted.texts('Key', 'Deleted'), ['a', 'dir/c', 'none']);
    const quiet = '<Delete><Quiet>true</Quiet><Object><Key>b</Key></Object></Delete>';
    assert.equal((await client.send('POST', '/full?delete', { body: quiet, headers: md5Of(quiet) })).body.length, 0);
    for (const wrong of ['', '<Delete/>', '<Other/>', '<Delete><Object><Key/></Object></Delete>']) {
      const refused = await client.send('POST', '/full?delete', { body: wrong, headers: md5Of(wrong) });
      assert.equal(refused.outcome, '400 MalformedXML');
    }
    assert.equal((await client.send('DELETE', '/full')).outcome, '204');
  });

  it('can be read in part', async () => {
    await client.send('PUT', '/bkt/range', { body: bytes, headers: kms });
    const end = bytes.length;
    const standard = { 'x-oss-range-behavior': 'standard' };
    const cases: [range: string, more: Record<string, string>, from: number, to: number, status: number][] = [
      ['bytes=0-0', {}, 0, 1, 206],
      ['bytes=262143-262144', {}, 262_143, 262_145, 206],
      ['bytes=299999-', {}, 299_999, end, 206],
      ['bytes=-5', {}, end - 5, end, 206],
      ['bytes=5-9,20-30', {}, 5, 10, 206],
      ['bytes=0-300000', {}, 0, end, 200],
      ['bytes=300000-300001', {}, 0, end, 200],
      ['bytes=-300001', {}, 0, end, 200],
      ['bytes=9-5', {}, 0, end, 200],
      ['byte=0-5', {}, 0, end, 200],
      ['bytes=abc', standard, 0, end, 200],
      ['bytes=5-300000', standard, 5, end, 206],
      ['bytes=-300001', standard, 0, end, 206],
    ];
    for (const [range, more, from, to, status] of cases) {
      const reply = await client.send('GET', '/bkt/range', { headers: { Range: range, ...more } });
      assert.equal(reply.status, status, range);
      assert.deepEqual(reply.body, bytes.subarray(from, to), range);
      assert.equal(reply.header('content-length'), String(to - from));
      assert.equal(reply.header('content-range'), status === 206 ? `bytes ${from}-${to - 1}/${end}` : undefined);
      assert.equal(reply.encryption, 'KMS with key id');
    }
    const behind = await client.send('GET', '/bkt/range', { headers: { Range: 'bytes=300000-', ...standard } });
    assert.equal(behind.outcome, '416 InvalidRange');
  });

  it('are given on conditions', async () => {
    const etag = (await client.send('PUT', '/bkt/conditional', { body: 'x' })).header('etag') ?? '';
    const past = 'Wed, 01 Jan 2020 00:00:00 GMT';
    const cases: [Record<string, string>, string][] = [
      [{ 'If-Match': etag }, '200'],
      [{ 'If-Match': '"OTHER"' }, '412 PreconditionFailed'],
      [{ 'If-None-Match': etag }, '304'],
      [{ 'If-None-Match': '"OTHER"' }, '200'],
      [{ 'If-Modified-Since': past }, '200'],
      [{ 'If-Modified-Since': new Date().toUTCString() }, '304'],
      [{ 'If-Unmodified-Since': past }, '412 PreconditionFailed'],
    ];
    for (const [headers, expected] of cases) {
      for (const method of ['GET', 'HEAD']) {
        const reply = await client.send(method, '/bkt/conditional', { headers });
        assert.equal(reply.outcome, expected);
        assert.equal(reply.header('etag'), expected.startsWith('412') ? undefined : etag);
      }
    }
  });

  it('come with the headers that were asked for', async () => {
    await client.send('PUT', '/bkt/override', { body: 'x', headers: { 'Content-Type': 'text/plain' } });
    const query =
      'response-content-type=text/html&response-content-disposition=attachment%3B%20filename%3D%E4%B8%AD.txt';
    const reply = await client.send('GET', `/bkt/override?${query}`);
    assert.equal(reply.header('content-type'), 'text/html');
    assert.equal(reply.headers.filter(([name]) => name.toLowerCase() === 'content-type').length, 1);
    const disposition = Buffer.from(reply.header('content-disposition') ?? '', 'latin1').toString();
    assert.equal(disposition, 'attachment; filename=中.txt');
    const split = await client.send('GET', '/bkt/override?response-content-type=a%0D%0Ab:c');
    assert.equal(split.outcome, '400 InvalidArgument');
  });
});
