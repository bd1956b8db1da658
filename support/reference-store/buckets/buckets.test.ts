import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HeaderPair } from '../http/store-request.ts';
import { StoreUnderTest } from '../testing/store-under-test.ts';
import type { XmlElement } from '../xml/element.ts';
import { childrenNamed } from '../xml/element.ts';

let store: StoreUnderTest;

before(async () => {
  store = await StoreUnderTest.start();
});
after(() => store.close());

describe('a bucket', () => {
  it('is created once, and putting it again is not an error', async () => {
    const created = await store.ask('PUT', '/mine');
    assert.deepEqual([created.outcome, created.header('location'), created.body], ['200', '/mine', '']);
    const info = async (): Promise<string | undefined> =>
      (await store.ask('GET', '/mine?bucketInfo')).text('Bucket', 'CreationDate');
    const createdAt = await info();
    assert.equal((await store.ask('PUT', '/mine')).outcome, '200');
    assert.equal(await info(), createdAt);
  });

  it('was created in a whole second', async () => {
    await store.ask('PUT', '/timed');
    for (const [target, path] of [
      ['/timed?bucketInfo', ['Bucket', 'CreationDate']],
      ['/?prefix=timed', ['Buckets', 'Bucket', 'CreationDate']],
    ] as const)
      assert.match((await store.ask('GET', target)).text(...path) ?? '', /T\d\d:\d\d:\d\d\.000Z$/, target);
  });

  it('names the endpoint that the caller used, never a host of the public cloud', async () => {
    await store.ask('PUT', '/here');
    const own = `127.0.0.1:${store.port}`;
    for (const [target, host] of [
      ['/here?bucketInfo', own],
      ['/?bucketInfo', `here.localhost:${store.port}`],
    ] as const) {
      const info = await store.ask('GET', target, { headers: [['Host', host]] });
      const endpoints = ['ExtranetEndpoint', 'IntranetEndpoint'].map((name) => info.text('Bucket', name));
      const expected = host.replace('here.', '');
      assert.deepEqual(endpoints, [expected, expected]);
    }
  });

  it('is reported missing to an unknown key too: 404 NoSuchBucket', async () => {
    const unknown = { accessKeyId: 'unknown', accessKeySecret: 'secret' };
    assert.equal((await store.ask('GET', '/none?encryption', { as: unknown })).outcome, '404 NoSuchBucket');
    await store.ask('PUT', '/known');
    assert.equal((await store.ask('GET', '/known?encryption', { as: unknown })).outcome, '403 InvalidAccessKeyId');
  });

  it('keeps its name from others: 409 BucketAlreadyExists', async () => {
    await store.ask('PUT', '/taken');
    const reply = await store.ask('PUT', '/taken', { as: 'outsider' });
    assert.equal(reply.outcome, '409 BucketAlreadyExists');
    assert.equal(reply.text('BucketName'), 'taken');
    assert.equal((await store.ask('GET', '/taken')).outcome, '200');
  });

  it('is not created without permission', async () => {
    assert.equal((await store.ask('PUT', '/unwanted', { as: 'delegate' })).outcome, '403 AccessDenied');
    assert.equal((await store.ask('PUT', '/unwanted', { as: null })).outcome, '403 AccessDenied');
    assert.equal((await store.ask('GET', '/unwanted')).outcome, '404 NoSuchBucket');
  });

  it('is deleted by its owner alone', async () => {
    await store.ask('PUT', '/doomed');
    for (const as of ['delegate', 'outsider', null] as const)
      assert.equal((await store.ask('DELETE', '/doomed', { as })).outcome, '403 AccessDenied');
    const deleted = await store.ask('DELETE', '/doomed');
    assert.deepEqual([deleted.outcome, deleted.body], ['204', '']);
    assert.equal((await store.ask('DELETE', '/doomed')).outcome, '404 NoSuchBucket');
  });

  it('has a name of 3 to 63 lower-case letters, digits and hyphens', async () => {
    for (const name of ['ab', 'A-Bucket', 'a_b', '-abc', 'abc-', 'a'.repeat(64), 'a.b', '%E6%A1%B6'])
      assert.equal((await store.ask('PUT', `/${name}`)).outcome, '400 InvalidBucketName', name);
    for (const name of ['abc', '0-9', 'a'.repeat(63)]) {
      assert.equal((await store.ask('PUT', `/${name}`)).outcome, '200', name);
      await store.ask('DELETE', `/${name}`);
    }
  });

  it('is described by GetBucketInfo', async () => {
    await store.ask('PUT', '/mine');
    const info = await store.ask('GET', '/mine?bucketInfo');
    assert.equal(info.xml.name, 'BucketInfo');
    assert.deepEqual(
      ['Name', 'Location', 'StorageClass', 'DataRedundancyType'].map((name) => info.text('Bucket', name)),
      ['mine', 'oss-cn-hangzhou', 'Standard', 'LRS'],
    );
    assert.equal(info.text('Bucket', 'TransferAcceleration'), 'Disabled');
    assert.equal(info.text('Bucket', 'AccessMonitor'), 'Disabled');
    assert.equal((await store.ask('GET', '/none?bucketInfo')).outcome, '404 NoSuchBucket');
    assert.equal((await store.ask('GET', '/mine?bucketInfo', { as: 'outsider' })).outcome, '403 AccessDenied');
  });

  it('takes its storage class from the body of PutBucket', async () => {
    const body = '<CreateBucketConfiguration><StorageClass>IA</StorageClass></CreateBucketConfiguration>';
    assert.equal((await store.ask('PUT', '/rarely', { body })).outcome, '200');
    assert.equal((await store.ask('GET', '/rarely?bucketInfo')).text('Bucket', 'StorageClass'), 'IA');
    const indented = `\n  <?xml version="1.0"?>${body}`;
    assert.equal((await store.ask('PUT', '/indented', { body: indented })).outcome, '200');
    for (const [wrong, outcome] of [
      [body.replace('IA', 'Gold'), '400 InvalidArgument'],
      [body.replaceAll('CreateBucketConfiguration', 'Other'), '400 MalformedXML'],
      ['<CreateBucketConfiguration>', '400 MalformedXML'],
    ] as const)
      assert.equal((await store.ask('PUT', '/never', { body: wrong })).outcome, outcome);
    assert.equal((await store.ask('GET', '/never')).outcome, '404 NoSuchBucket');
  });
});

describe('a bucket created with encryption headers', () => {
  const sse = 'x-oss-server-side-encryption';
  const data = 'x-oss-server-side-data-encryption';
  const key = 'x-oss-server-side-encryption-key-id';
  const cases: readonly (readonly [headers: readonly HeaderPair[], outcome: string, rule: RegExp])[] = [
    [[[sse, 'AES256']], '200', /<SSEAlgorithm>AES256<\/SSEAlgorithm><\/Apply/],
    [
      [
        [sse, 'KMS'],
        [data, 'SM4'],
        [key, 'k-1'],
      ],
      '200',
      /KMS<.*SM4<.*k-1</,
    ],
    [[[sse, 'DES']], '400 InvalidEncryptionAlgorithmError', /NoSuchBucket/],
    [
      [
        [sse, 'AES256'],
        [key, 'k-1'],
      ],
      '400 InvalidArgument',
      /NoSuchBucket/,
    ],
    [[[key, 'k-1']], '400 InvalidArgument', /NoSuchBucket/],
  ];
  for (const [headers, outcome, rule] of cases)
    it(`${headers.map(([name, value]) => `${name}: ${value}`).join(', ')} answers ${outcome}`, async () => {
      assert.equal((await store.ask('PUT', '/ruled', { headers })).outcome, outcome);
      assert.match((await store.ask('GET', '/ruled?encryption')).body, rule);
      await store.ask('DELETE', '/ruled');
    });

  it('keeps its rule when it is put again without them', async () => {
    await store.ask('PUT', '/ruled', { headers: [[sse, 'AES256']] });
    await store.ask('PUT', '/ruled');
    assert.match((await store.ask('GET', '/ruled?encryption')).body, /AES256/);
    await store.ask('DELETE', '/ruled');
  });
});

function listed(root: XmlElement): readonly (string | undefined)[] {
  return (childrenNamed(root, 'Buckets')[0]?.children ?? []).map((bucket) => childrenNamed(bucket, 'Name')[0]?.text);
}

describe('DescribeRegions', () => {
  it('lists the region of the store, at the endpoint that the caller used', async () => {
    const reply = await store.ask('GET', '/?regions');
    assert.equal(reply.text('RegionInfo', 'Region'), 'oss-cn-hangzhou');
    assert.equal(reply.text('RegionInfo', 'InternetEndpoint'), `127.0.0.1:${store.port}`);
    assert.equal((await store.ask('GET', '/?regions=oss-cn-beijing')).xml.children.length, 0);
    assert.equal((await store.ask('GET', '/?regions', { as: null })).outcome, '403 AccessDenied');
  });
});

describe('ListBuckets', () => {
  let own: StoreUnderTest;
  const names = ['alpha-1', 'alpha-2', 'alpha-3', 'beta'];

  before(async () => {
    own = await StoreUnderTest.start();
    for (const name of names.toReversed()) await own.ask('PUT', `/${name}`);
    await own.ask('PUT', '/foreign', { as: 'outsider' });
  });
  after(() => own.close());

  for (const [query, expected, truncated] of [
    ['', names, undefined],
    ['?prefix=alpha', names.slice(0, 3), undefined],
    ['?max-keys=2', names.slice(0, 2), 'true'],
    ['?marker=alpha-2', names.slice(2), undefined],
    ['?marker=alpha-1&max-keys=1&prefix=alpha', ['alpha-2'], 'true'],
    ['?prefix=gamma', [], undefined],
  ] as const)
    it(`lists ${expected.join(', ') || 'nothing'} for /${query}`, async () => {
      const reply = await own.ask('GET', `/${query}`);
      assert.equal(reply.xml.name, 'ListAllMyBucketsResult');
      assert.deepEqual(listed(reply.xml), expected);
      assert.equal(reply.text('IsTruncated'), truncated);
      assert.equal(reply.text('NextMarker'), truncated === 'true' ? expected.at(-1) : undefined);
    });

  it('shows everybody what belongs to their account', async () => {
    assert.deepEqual(listed((await own.ask('GET', '/', { as: 'outsider' })).xml), ['foreign']);
    assert.deepEqual(listed((await own.ask('GET', '/', { as: 'delegate' })).xml), names);
    assert.equal((await own.ask('GET', '/', { as: null })).outcome, '403 AccessDenied');
  });

  it('takes 1 to 1000 for max-keys', async () => {
    for (const wrong of ['0', '1001', '-1', 'ten', '']) {
      const reply = await own.ask('GET', `/?max-keys=${wrong}`);
      assert.equal(reply.outcome, '400 InvalidArgument');
      assert.deepEqual([reply.text('ArgumentName'), reply.text('ArgumentValue')], ['max-keys', wrong]);
    }
    assert.equal((await own.ask('GET', '/?max-keys=1000')).outcome, '200');
  });
});

describe('a sub-resource the store does not have', () => {
  it('is refused instead of overlooked, whatever the method', async () => {
    await store.ask('PUT', '/mine');
    for (const method of ['PUT', 'GET', 'DELETE', 'HEAD'])
      assert.equal((await store.ask(method, '/mine?lifecycle', { body: '' })).outcome, '400 NotImplemented', method);
    assert.equal((await store.ask('GET', '/mine')).outcome, '200');
  });

  it('is a plain parameter where OSS knows none of that name', async () => {
    assert.equal((await store.ask('GET', '/mine?x=1')).outcome, '200');
  });
});
