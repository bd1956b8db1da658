import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ObjectClient } from '../testing/object-client.ts';

describe('properties of objects over HTTP', () => {
  let client: ObjectClient;

  before(async () => {
    client = await ObjectClient.start();
  });

  after(async () => {
    await client.close();
  });

  async function aclOf(key: string): Promise<readonly string[]> {
    return (await client.send('GET', `/bkt/${key}?acl`)).texts('Grant', 'AccessControlList');
  }

  it('the ACL is default, that of the upload, or that of PutObjectACL', async () => {
    await client.send('PUT', '/bkt/acl', { body: 'x' });
    assert.deepEqual(await aclOf('acl'), ['default']);
    const headers = { 'x-oss-object-acl': 'private' };
    await client.send('PUT', '/bkt/acl', { body: 'x', headers });
    assert.deepEqual(await aclOf('acl'), ['private']);
    const put = await client.send('PUT', '/bkt/acl?acl', { headers: { 'x-oss-object-acl': 'public-read' } });
    assert.equal(put.outcome, '200');
    assert.deepEqual(await aclOf('acl'), ['public-read']);
    for (const wrong of ['public', 'Private', ''])
      assert.equal(
        (await client.send('PUT', '/bkt/acl?acl', { headers: { 'x-oss-object-acl': wrong } })).outcome,
        '400 InvalidArgument',
      );
    assert.equal((await client.send('PUT', '/bkt/acl?acl')).outcome, '400 InvalidArgument');
    assert.deepEqual(await aclOf('acl'), ['public-read']);
    assert.equal((await client.send('PUT', '/bkt/none?acl', { headers })).outcome, '404 NoSuchKey');
    assert.equal((await client.send('GET', '/bkt/none?acl')).outcome, '404 NoSuchKey');
  });

  it('PutObjectACL opens an encrypted object as well and leaves its bytes alone', async () => {
    await client.send('PUT', '/bkt/sealed', { body: 'abc', headers: { 'x-oss-server-side-encryption': 'AES256' } });
    const headers = { 'x-oss-object-acl': 'public-read' };
    assert.equal((await client.send('PUT', '/bkt/sealed?acl', { headers })).outcome, '200');
    assert.equal((await client.send('GET', '/bkt/sealed', { as: null })).body.toString(), 'abc');
  });

  const access: readonly (readonly [acl: string, reads: string, writes: string])[] = [
    ['default', '403 AccessDenied', '403 AccessDenied'],
    ['private', '403 AccessDenied', '403 AccessDenied'],
    ['public-read', '200', '403 AccessDenied'],
    ['public-read-write', '200', '200'],
  ];
  for (const [acl, reads, writes] of access)
    it(`of an object that is ${acl}, an unsigned reading gets ${reads} and an unsigned upload ${writes}`, async () => {
      await client.send('PUT', `/bkt/${acl}`, { body: 'x', headers: { 'x-oss-object-acl': acl } });
      for (const as of [null, 'outsider'] as const) {
        assert.equal((await client.send('GET', `/bkt/${acl}`, { as })).outcome, reads);
        assert.equal((await client.send('DELETE', `/bkt/${acl}`, { as })).outcome, '403 AccessDenied');
      }
      assert.equal((await client.send('PUT', `/bkt/${acl}`, { body: 'y', as: null })).outcome, writes);
      assert.equal((await client.send('GET', `/bkt/none`, { as: null })).outcome, '403 AccessDenied');
    });

  it('an unsigned reading must not choose headers of its answer', async () => {
    await client.send('PUT', '/bkt/open', { body: 'x', headers: { 'x-oss-object-acl': 'public-read' } });
    const target = '/bkt/open?response-cache-control=no-store';
    assert.equal((await client.send('GET', target)).header('Cache-Control'), 'no-store');
    assert.equal((await client.send('GET', target, { as: null })).outcome, '400 InvalidRequest');
    assert.equal((await client.send('GET', '/bkt/open', { as: null })).outcome, '200');
  });

  it('the CRC-64 is on every answer about an object', async () => {
    const crc = '3231342946509354535';
    const put = await client.send('PUT', '/bkt/crc', { body: 'abc' });
    const copied = await client.send('PUT', '/bkt/crc2', { headers: { 'x-oss-copy-source': '/bkt/crc' } });
    const appended = await client.send('POST', '/bkt/log?append&position=0', { body: 'abc' });
    for (const reply of [put, copied, appended]) assert.equal(reply.header('x-oss-hash-crc64ecma'), crc);
    for (const key of ['crc', 'crc2', 'log'])
      for (const target of [`/bkt/${key}`, `/bkt/${key}?objectMeta`])
        assert.equal((await client.send('HEAD', target)).header('x-oss-hash-crc64ecma'), crc);
  });

  it('the CRC-64 of a multipart object is combined from those of its parts', async () => {
    const uploadId = (await client.send('POST', '/bkt/parts?uploads')).texts('UploadId')[0] ?? '';
    const first = 'v'.repeat(100 * 1024);
    const etags: string[] = [];
    for (const [at, body] of [first, 'abc'].entries()) {
      const part = await client.send('PUT', `/bkt/parts?partNumber=${at + 1}&uploadId=${uploadId}`, { body });
      assert.notEqual(part.header('x-oss-hash-crc64ecma'), undefined);
      etags.push(`<Part><PartNumber>${at + 1}</PartNumber><ETag>${part.header('etag') ?? ''}</ETag></Part>`);
    }
    const body = `<CompleteMultipartUpload>${etags.join('')}</CompleteMultipartUpload>`;
    const completed = await client.send('POST', `/bkt/parts?uploadId=${uploadId}`, { body });
    const whole = await client.send('PUT', '/bkt/whole', { body: `${first}abc` });
    assert.equal(completed.header('x-oss-hash-crc64ecma'), whole.header('x-oss-hash-crc64ecma'));
  });

  it('a listing has names as they are, so that one with a control character is no XML without encoding-type', async () => {
    await client.send('PUT', '/bkt/control%01', { body: 'x' });
    const plain = await client.send('GET', '/bkt?prefix=control');
    assert.ok(plain.body.includes('<Key>control\u0001</Key>'));
    assert.throws(() => plain.texts('Key', 'Contents'));
    const encoded = await client.send('GET', '/bkt?prefix=control&encoding-type=url');
    assert.deepEqual(encoded.texts('Key', 'Contents'), ['control%01']);
  });

  it('the storage class is a documented one', async () => {
    const headers = { 'x-oss-storage-class': 'IA' };
    assert.equal((await client.send('PUT', '/bkt/class', { body: 'x', headers })).outcome, '200');
    assert.equal((await client.send('HEAD', '/bkt/class')).header('x-oss-storage-class'), 'IA');
    const listed = await client.send('GET', '/bkt?prefix=class');
    assert.deepEqual(listed.texts('StorageClass', 'Contents'), ['IA']);
    const wrong = { 'x-oss-storage-class': 'ia' };
    assert.equal(
      (await client.send('PUT', '/bkt/class2', { body: 'x', headers: wrong })).outcome,
      '400 InvalidArgument',
    );
  });
});
