import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { StoreUnderTest } from '../testing/store-under-test.ts';

describe('x-oss-acl of a PutBucket', () => {
  let store: StoreUnderTest;

  before(async () => {
    store = await StoreUnderTest.start();
  });

  after(() => store.close());

  const put = async (bucket: string, acl: string): Promise<string> =>
    (await store.ask('PUT', `/${bucket}`, { headers: [['x-oss-acl', acl]] })).outcome;
  const aclOf = async (bucket: string): Promise<readonly (string | undefined)[]> => [
    (await store.ask('GET', `/${bucket}?acl`)).text('AccessControlList', 'Grant'),
    (await store.ask('GET', `/${bucket}?bucketInfo`)).text('Bucket', 'AccessControlList', 'Grant'),
  ];

  const access: readonly (readonly [acl: string, reading: string, missing: string, upload: string])[] = [
    ['private', '403 AccessDenied', '403 AccessDenied', '403 AccessDenied'],
    ['public-read', '200', '404 NoSuchKey', '403 AccessDenied'],
    ['public-read-write', '200', '404 NoSuchKey', '200'],
  ];
  for (const [acl, reading, missing, upload] of access)
    it(`${acl} decides on what everyone may do with objects that have no ACL of their own`, async () => {
      assert.equal(await put(acl, acl), '200');
      assert.deepEqual(await aclOf(acl), [acl, acl]);
      await store.ask('PUT', `/${acl}/open`, { body: 'x' });
      await store.ask('PUT', `/${acl}/closed`, { body: 'x', headers: [['x-oss-object-acl', 'private']] });
      for (const as of [null, 'outsider'] as const) {
        assert.equal((await store.ask('GET', `/${acl}/open`, { as })).outcome, reading);
        assert.equal((await store.ask('GET', `/${acl}/none`, { as })).outcome, missing);
        assert.equal((await store.ask('PUT', `/${acl}/new`, { as, body: 'x' })).outcome, upload);
        assert.equal((await store.ask('GET', `/${acl}/closed`, { as })).outcome, '403 AccessDenied');
        assert.equal((await store.ask('DELETE', `/${acl}/open`, { as })).outcome, '403 AccessDenied');
      }
    });

  it('is replaced by that of a second PutBucket, and kept by one without', async () => {
    await put('twice', 'public-read');
    await store.ask('PUT', '/twice');
    assert.deepEqual(await aclOf('twice'), ['public-read', 'public-read']);
    await put('twice', 'private');
    assert.deepEqual(await aclOf('twice'), ['private', 'private']);
  });

  for (const wrong of ['default', 'Private', ''])
    it(`"${wrong}" is refused, and there is no bucket`, async () => {
      assert.equal(await put('refused', wrong), '400 InvalidArgument');
      assert.equal((await store.ask('GET', '/refused?acl')).outcome, '404 NoSuchBucket');
    });

  it('outlives the store', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'bucket-acl-'));
    const first = await StoreUnderTest.start({ dataDirectory });
    await first.ask('PUT', '/kept', { headers: [['x-oss-acl', 'public-read']] });
    await first.ask('PUT', '/kept/open', { body: 'x' });
    await first.close();
    const second = await StoreUnderTest.start({ dataDirectory });
    assert.equal((await second.ask('GET', '/kept/open', { as: null })).body, 'x');
    await second.close();
    await rm(dataDirectory, { recursive: true });
  });
});
