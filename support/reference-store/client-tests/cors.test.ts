import assert from 'node:assert/strict';
import { before, after, describe, it } from 'node:test';
import OSS from 'ali-oss';
import { startStore, type TestStore } from '../start-store.ts';

const page = 'https://app.example.com';

describe('a browser that uploads', () => {
  let store: TestStore;
  let client: OSS;
  before(async () => {
    store = await startStore({ buckets: ['uploads', 'closed'] });
    client = new OSS({
      ...store.principals.owner,
      endpoint: store.endpoint.replace('127.0.0.1', 'localhost'),
      region: `oss-${store.region}`,
      sldEnable: true,
      authorizationV4: true,
    });
    client.useBucket('uploads');
    await client.putBucketCORS('uploads', [
      {
        allowedOrigin: 'https://*.example.com',
        allowedMethod: ['GET', 'PUT'],
        allowedHeader: 'x-oss-*',
        exposeHeader: ['ETag', 'x-oss-request-id'],
        maxAgeSeconds: 60,
      },
      { allowedOrigin: '*', allowedMethod: 'GET' },
    ]);
  });
  after(() => store.close());

  const preflight = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${store.endpoint}${path}`, { method: 'OPTIONS', headers });
  const asked = { Origin: page, 'Access-Control-Request-Method': 'PUT' };

  it('is allowed what the first rule that matches allows, without a signature, whatever the query', async () => {
    const answer = await preflight('/uploads/a.png?partNumber=1&uploadId=2', {
      ...asked,
      'Access-Control-Request-Headers': 'X-Oss-Meta-A, x-oss-date',
    });
    assert.equal(answer.status, 200);
    const { headers } = answer;
    assert.equal(headers.get('access-control-allow-origin'), page);
    assert.equal(headers.get('access-control-allow-methods'), 'PUT');
    assert.equal(headers.get('access-control-allow-headers'), 'X-Oss-Meta-A, x-oss-date');
    assert.equal(headers.get('access-control-expose-headers'), 'ETag, x-oss-request-id');
    assert.equal(headers.get('access-control-max-age'), '60');
  });

  it('finds its own origin in the answer where the rule allows every origin, and no more than the rule has', async () => {
    const origin = 'https://example.org';
    const { status, headers } = await preflight('/uploads/a.png', {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
    });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('access-control-allow-methods'), 'GET');
    assert.equal(headers.get('access-control-max-age'), null);
    assert.equal(headers.get('access-control-expose-headers'), null);
  });

  for (const [what, path, headers] of [
    ['another origin', '/uploads/a.png', { ...asked, Origin: 'https://example.org' }],
    ['another method', '/uploads/a.png', { ...asked, 'Access-Control-Request-Method': 'DELETE' }],
    ['another header', '/uploads/a.png', { ...asked, 'Access-Control-Request-Headers': 'authorization' }],
    ['a bucket without rules', '/closed/a.png', asked],
  ] as const)
    it(`is refused for ${what} with 403 AccessForbidden`, async () => {
      const answer = await preflight(path, headers);
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /<Code>AccessForbidden<\/Code>/u);
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    });

  it('may read the answer to the request itself', async () => {
    const url = client.signatureUrl('a.png', { method: 'PUT' });
    const put = await fetch(url, { method: 'PUT', headers: { Origin: page }, body: Buffer.from('x') });
    assert.equal(put.status, 200);
    assert.equal(put.headers.get('access-control-allow-origin'), page);
    const deletion = client.signatureUrl('a.png', { method: 'DELETE' });
    const removed = await fetch(deletion, { method: 'DELETE', headers: { Origin: page } });
    assert.equal(removed.status, 204, 'the rules are for browsers to heed');
    assert.equal(removed.headers.get('access-control-allow-origin'), null);
  });

  it('sees rules that were read back, and none after their removal', async () => {
    const { rules } = await client.getBucketCORS('uploads');
    assert.deepEqual(rules[0]?.allowedMethod, ['GET', 'PUT']);
    await client.deleteBucketCORS('uploads');
    await assert.rejects(client.getBucketCORS('uploads'), { status: 404, code: 'NoSuchCORSConfiguration' });
    assert.equal((await preflight('/uploads/a.png', asked)).status, 403);
  });
});
