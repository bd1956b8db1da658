import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ObjectClient } from '../testing/object-client.ts';
import type { ObjectReply } from '../testing/object-client.ts';

const first = 'v'.repeat(100 * 1024);

describe('a multipart upload over HTTP', () => {
  let client: ObjectClient;

  before(async () => {
    client = await ObjectClient.start();
  });

  after(async () => {
    await client.close();
  });

  const initiate = async (query: string, headers: Readonly<Record<string, string>>): Promise<string> =>
    (await client.send('POST', `/bkt/parts?${query}`, { headers })).texts('UploadId')[0] ?? '';
  const upload = (uploadId: string, partNumber: number, body: string): Promise<ObjectReply> =>
    client.send('PUT', `/bkt/parts?partNumber=${partNumber}&uploadId=${uploadId}`, { body });
  const contentMd5After = async (query: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
    const uploadId = await initiate(query, headers);
    for (const [at, body] of [first, 'abc'].entries()) await upload(uploadId, at + 1, body);
    const all = { headers: { 'x-oss-complete-all': 'yes' } };
    assert.equal((await client.send('POST', `/bkt/parts?uploadId=${uploadId}`, all)).outcome, '200');
    return (await client.send('HEAD', '/bkt/parts')).header('Content-MD5');
  };

  for (const encryption of ['none', 'AES256']) {
    const headers: Readonly<Record<string, string>> =
      encryption === 'none' ? {} : { 'x-oss-server-side-encryption': encryption };
    it(`has a Content-MD5 if it is sequential, and none otherwise (encryption: ${encryption})`, async () => {
      const md5 = createHash('md5').update(`${first}abc`).digest('base64');
      assert.equal(await contentMd5After('uploads&sequential', headers), md5);
      assert.equal(await contentMd5After('uploads', headers), undefined);
    });
  }

  it('takes the parts in order if it is sequential: 400 PartNotSequential', async () => {
    const uploadId = await initiate('uploads&sequential', {});
    assert.equal((await upload(uploadId, 2, first)).outcome, '400 PartNotSequential');
    assert.equal((await upload(uploadId, 1, first)).outcome, '200');
    assert.equal((await upload(uploadId, 1, first)).outcome, '200');
    assert.equal((await upload(uploadId, 3, first)).outcome, '400 PartNotSequential');
    assert.equal((await upload(uploadId, 2, first)).outcome, '200');
  });
});
