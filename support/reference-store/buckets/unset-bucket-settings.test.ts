import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { StoreUnderTest } from '../testing/store-under-test.ts';

let store: StoreUnderTest;

before(async () => {
  store = await StoreUnderTest.start({ region: 'cn-shanghai' });
  await store.ask('PUT', '/bkt');
});
after(() => store.close());

describe('a bucket with no settings', () => {
  it('is private, and names its owner', async () => {
    const reply = await store.ask('GET', '/bkt?acl');
    assert.equal(reply.xml.name, 'AccessControlPolicy');
    assert.equal(reply.text('AccessControlList', 'Grant'), 'private');
    assert.equal(reply.text('Owner', 'ID'), (await store.ask('GET', '/bkt?bucketInfo')).text('Bucket', 'Owner', 'ID'));
  });

  it('is in the region of the store', async () => {
    const reply = await store.ask('GET', '/bkt?location');
    assert.deepEqual([reply.xml.name, reply.xml.text], ['LocationConstraint', 'oss-cn-shanghai']);
  });

  it('has no policy: 404 NoSuchBucketPolicy', async () => {
    assert.equal((await store.ask('GET', '/bkt?policy')).outcome, '404 NoSuchBucketPolicy');
  });

  it('was never versioned', async () => {
    const reply = await store.ask('GET', '/bkt?versioning');
    assert.deepEqual([reply.xml.name, reply.xml.children], ['VersioningConfiguration', []]);
  });

  it('has no live channels', async () => {
    const reply = await store.ask('GET', '/bkt?live');
    assert.deepEqual([reply.outcome, reply.text('IsTruncated')], ['200', 'false']);
  });

  it('accepts the deletion of a policy that it does not have, and stays', async () => {
    assert.equal((await store.ask('DELETE', '/bkt?policy')).outcome, '204');
    assert.equal((await store.ask('DELETE', '/none?policy')).outcome, '404 NoSuchBucket');
    assert.equal((await store.ask('GET', '/bkt?bucketInfo')).outcome, '200');
  });

  for (const setting of ['acl', 'live', 'location', 'policy', 'versioning', 'versions']) {
    it(`shows ?${setting} to its owner only, and must exist`, async () => {
      assert.equal((await store.ask('GET', `/bkt?${setting}`, { as: 'outsider' })).outcome, '403 AccessDenied');
      assert.equal((await store.ask('GET', `/none?${setting}`)).outcome, '404 NoSuchBucket');
    });

    it(`is neither changed nor removed by PUT and DELETE of ?${setting}`, async () => {
      for (const method of setting === 'policy' ? ['PUT'] : ['PUT', 'DELETE'])
        assert.equal((await store.ask(method, `/bkt?${setting}`)).outcome, '405 MethodNotAllowed');
      assert.equal((await store.ask('GET', '/bkt?bucketInfo')).outcome, '200');
    });
  }

  it('refuses a version to go on from without its key: 400 InvalidArgument', async () => {
    assert.equal((await store.ask('GET', '/bkt?versions&version-id-marker=null')).outcome, '400 InvalidArgument');
  });
});
