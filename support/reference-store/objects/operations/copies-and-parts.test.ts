import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { leastPartBytes } from '../chosen-parts.ts';
import { ObjectClient } from '../testing/object-client.ts';
import type { ObjectReply } from '../testing/object-client.ts';

const bytes = randomBytes(300_000);
const aes = { 'x-oss-server-side-encryption': 'AES256' };
const kmsWithSm4 = { 'x-oss-server-side-encryption': 'KMS', 'x-oss-server-side-data-encryption': 'SM4' };

describe('copies, appends and parts over HTTP', () => {
  let client: ObjectClient;

  before(async () => {
    client = await ObjectClient.start();
  });

  after(async () => {
    await client.close();
  });

  async function copy(target: string, source: string, headers: Record<string, string> = {}): Promise<ObjectReply> {
    return client.send('PUT', target, { headers: { 'x-oss-copy-source': source, ...headers } });
  }

  it('a copy has the encryption it asks for, never that of its source', async () => {
    await client.send('PUT', '/bkt/so%20urce', { body: bytes, headers: { ...aes, 'x-oss-meta-a': 'b' } });
    for (const [headers, expected] of [
      [{}, 'none'],
      [kmsWithSm4, 'KMS SM4 with key id'],
      [aes, 'AES256'],
    ] as const) {
      const made = await copy('/bkt/copy', '/bkt/so%20urce', headers);
      assert.equal(`${made.outcome} ${made.encryption}`, `200 ${expected}`);
      const got = await client.send('GET', '/bkt/copy');
      assert.equal(got.encryption, expected);
      assert.equal(got.header('x-oss-meta-a'), 'b');
      assert.equal(got.header('etag'), made.texts('ETag')[0]);
      assert.deepEqual(got.body, bytes);
    }
  });

  it('a copy in a bucket with a rule follows the rule', async () => {
    await client.send('PUT', '/bkt/source', { body: bytes });
    await client.setRule('SM4');
    assert.equal((await copy('/bkt/copy', '/bkt/source')).encryption, 'SM4');
    assert.equal((await client.send('GET', '/bkt/copy')).encryption, 'SM4');
    await client.setRule(null);
  });

  it('an object copied onto itself can be encrypted, and takes the new headers', async () => {
    await client.send('PUT', '/bkt/self', { body: bytes, headers: { 'x-oss-meta-old': 'x' } });
    assert.equal((await copy('/bkt/self', '/bkt/self', { ...aes, 'x-oss-meta-new': 'y' })).encryption, 'AES256');
    const got = await client.send('GET', '/bkt/self');
    assert.equal(
      `${got.encryption} ${got.header('x-oss-meta-old')} ${got.header('x-oss-meta-new')}`,
      'AES256 undefined y',
    );
    assert.deepEqual(got.body, bytes);
  });

  it('a copy is refused for a bad source, a failed condition, or another account’s bucket', async () => {
    await client.send('PUT', '/bkt/source', { body: 'x' });
    const expected: [source: string, headers: Record<string, string>, outcome: string][] = [
      ['/bkt/none', {}, '404 NoSuchKey'],
      ['/nobucket/key', {}, '404 NoSuchBucket'],
      ['bkt', {}, '400 InvalidArgument'],
      ['/bkt/%zz', {}, '400 InvalidArgument'],
      ['/bkt/source', { 'x-oss-metadata-directive': 'MERGE' }, '400 InvalidArgument'],
      ['/bkt/source', { 'x-oss-copy-source-if-match': '"OTHER"' }, '412 PreconditionFailed'],
      ['/bkt/source', { 'x-oss-copy-source-if-none-match': '*' }, '304'],
      ['/bkt/source', { 'x-oss-server-side-encryption': 'DES' }, '400 InvalidEncryptionAlgorithmError'],
    ];
    for (const [source, headers, outcome] of expected) {
      assert.equal((await copy('/bkt/refused', source, headers)).outcome, outcome);
    }
    assert.equal((await client.send('GET', '/bkt/refused')).outcome, '404 NoSuchKey');
    const failed = await copy('/bkt/refused', '/bkt/source', { 'x-oss-copy-source-if-match': '"OTHER"' });
    assert.deepEqual(failed.texts('Condition'), ['x-oss-copy-source-If-Match']);
    await client.send('PUT', '/foreign', { as: 'outsider' });
    const stolen = await client.send('PUT', '/foreign/copy', {
      as: 'outsider',
      headers: { 'x-oss-copy-source': '/bkt/source' },
    });
    assert.equal(stolen.outcome, '403 AccessDenied');
  });

  it('an appended object keeps the encryption of its beginning', async () => {
    const first = await client.send('POST', '/bkt/log?append&position=0', { body: bytes, headers: kmsWithSm4 });
    assert.equal(`${first.outcome} ${first.encryption}`, '200 KMS SM4 with key id');
    assert.equal(first.header('x-oss-next-append-position'), '300000');
    const second = await client.send('POST', '/bkt/log?append&position=300000', { body: 'end', headers: aes });
    assert.equal(second.encryption, 'KMS SM4 with key id');
    const got = await client.send('GET', '/bkt/log');
    assert.deepEqual(got.body, Buffer.concat([bytes, Buffer.from('end')]));
    assert.equal(`${got.encryption} ${got.header('x-oss-object-type')}`, 'KMS SM4 with key id Appendable');
    assert.equal((await client.send('HEAD', '/bkt/log')).header('x-oss-next-append-position'), '300003');
    const misplaced = await client.send('POST', '/bkt/log?append&position=0', { body: 'x' });
    assert.equal(misplaced.outcome, '409 PositionNotEqualToLength');
    assert.equal(misplaced.header('x-oss-next-append-position'), '300003');
    for (const position of ['', '-1', 'x']) {
      const reply = await client.send('POST', `/bkt/log?append&position=${position}`, { body: 'x' });
      assert.equal(reply.outcome, '400 InvalidArgument');
    }
    await client.send('PUT', '/bkt/normal', { body: 'x' });
    const normal = await client.send('POST', '/bkt/normal?append&position=1', { body: 'x' });
    assert.equal(normal.outcome, '409 ObjectNotAppendable');
  });

  async function initiate(
    key: string,
    headers: Record<string, string> = {},
  ): Promise<{ reply: ObjectReply; id: string }> {
    const reply = await client.send('POST', `/bkt/${key}?uploads`, { headers });
    return { reply, id: reply.texts('UploadId')[0] ?? '' };
  }

  it('every answer of a multipart upload shows the encryption of its initiation', async () => {
    await client.send('PUT', '/bkt/source', { body: bytes });
    const { reply, id } = await initiate('big', kmsWithSm4);
    const expected = 'KMS SM4 with key id';
    assert.equal(reply.encryption, expected);
    const one = await client.send('PUT', `/bkt/big?partNumber=1&uploadId=${id}`, { body: bytes });
    assert.equal(one.encryption, expected);
    const two = await copy(`/bkt/big?partNumber=2&uploadId=${id}`, '/bkt/source', {
      'x-oss-copy-source-range': 'bytes=5-9',
    });
    assert.equal(`${two.outcome} ${two.encryption}`, `200 ${expected}`);
    const body = completion(one.header('etag'), two.texts('ETag')[0]);
    const completed = await client.send('POST', `/bkt/big?uploadId=${id}`, { body });
    assert.equal(`${completed.outcome} ${completed.encryption}`, `200 ${expected}`);
    assert.deepEqual(completed.texts('Key'), ['big']);
    const got = await client.send('GET', '/bkt/big');
    assert.deepEqual(got.body, Buffer.concat([bytes, bytes.subarray(5, 10)]));
    assert.equal(`${got.encryption} ${got.header('x-oss-object-type')}`, `${expected} Multipart`);
    assert.equal(got.header('etag'), completed.texts('ETag')[0]);
    const etags = [one.header('etag'), two.texts('ETag')[0]].map((etag) => etag?.replaceAll('"', ''));
    const formula = createHash('md5').update(etags.join('')).digest('hex').toUpperCase();
    assert.equal(got.header('etag'), `"${formula}-2"`);
    assert.match(completed.texts('Location')[0] ?? '', /^http:\/\/127\.0\.0\.1:\d+\/bkt\/big$/);
  });

  it('a part is copied from a range within the source, or from all of the source', async () => {
    await client.send('PUT', '/bkt/digits', { body: '0123456789' });
    const { id } = await initiate('ranged');
    const expected: [range: string, contentRange: string | undefined, size: string][] = [
      ['bytes=2-5', 'bytes 2-5/10', '4'],
      ['bytes=6-', 'bytes 6-9/10', '4'],
      ['bytes=5-10', undefined, '10'],
      ['bytes=10-', undefined, '10'],
      ['bytes=5-2', undefined, '10'],
    ];
    for (const [range, contentRange, size] of expected) {
      const reply = await copy(`/bkt/ranged?partNumber=1&uploadId=${id}`, '/bkt/digits', {
        'x-oss-copy-source-range': range,
      });
      assert.equal(`${reply.outcome} ${reply.header('content-range')}`, `200 ${contentRange}`);
      const parts = await client.send('GET', `/bkt/ranged?uploadId=${id}`);
      assert.deepEqual(parts.texts('Size', 'Part'), [size]);
    }
    const slashless = await copy(`/bkt/ranged?partNumber=1&uploadId=${id}`, 'bkt/digits');
    assert.equal(slashless.outcome, '400 InvalidArgument');
    await client.send('DELETE', `/bkt/ranged?uploadId=${id}`);
  });

  it('a part needs a number and an upload, and is never the object', async () => {
    const { id } = await initiate('whole');
    const expected: [query: string, outcome: string][] = [
      [`uploadId=${id}`, '400 InvalidArgument'],
      [`partNumber=&uploadId=${id}`, '400 InvalidArgument'],
      [`partNumber=0&uploadId=${id}`, '400 InvalidArgument'],
      ['partNumber=1', '404 NoSuchUpload'],
      ['partNumber=1&uploadId=none', '404 NoSuchUpload'],
      [`uploadId=${id}&partNumber=1`, '200'],
    ];
    for (const [query, outcome] of expected)
      assert.equal((await client.send('PUT', `/bkt/whole?${query}`, { body: 'x' })).outcome, outcome);
    assert.equal((await client.send('GET', '/bkt/whole')).outcome, '404 NoSuchKey');
    await client.send('DELETE', `/bkt/whole?uploadId=${id}`);
  });

  it('an upload that must not overwrite does not begin if the object exists', async () => {
    await client.send('PUT', '/bkt/kept', { body: 'x' });
    const refused = await initiate('kept', { 'x-oss-forbid-overwrite': 'true' });
    assert.equal(refused.reply.outcome, '409 FileAlreadyExists');
    const begun = await initiate('kept', { 'x-oss-forbid-overwrite': 'false' });
    assert.equal(begun.reply.outcome, '200');
    await client.send('DELETE', `/bkt/kept?uploadId=${begun.id}`);
  });

  it('uploads and their parts are listed until they are aborted', async () => {
    const { id } = await initiate('listed/a');
    const { id: other } = await initiate('listed/b');
    for (const partNumber of [1, 2, 3]) {
      await client.send('PUT', `/bkt/listed/a?partNumber=${partNumber}&uploadId=${id}`, { body: 'x' });
    }
    const parts = await client.send('GET', `/bkt/listed/a?uploadId=${id}&max-parts=2`);
    assert.deepEqual(parts.texts('PartNumber', 'Part'), ['1', '2']);
    assert.deepEqual([parts.texts('IsTruncated'), parts.texts('NextPartNumberMarker')], [['true'], ['2']]);
    const rest = await client.send('GET', `/bkt/listed/a?uploadId=${id}&part-number-marker=2`);
    assert.deepEqual(rest.texts('PartNumber', 'Part'), ['3']);

    const uploads = await client.send('GET', '/bkt?uploads&prefix=listed/');
    assert.deepEqual(uploads.texts('UploadId', 'Upload'), [id, other]);
    const grouped = await client.send('GET', '/bkt?uploads&delimiter=/');
    assert.deepEqual(grouped.texts('Prefix', 'CommonPrefixes'), ['listed/']);
    const page = await client.send('GET', '/bkt?uploads&prefix=listed/&max-uploads=1');
    assert.deepEqual([page.texts('NextKeyMarker'), page.texts('NextUploadIdMarker')], [['listed/a'], [id]]);
    const next = await client.send('GET', `/bkt?uploads&prefix=listed/&key-marker=listed/a&upload-id-marker=${id}`);
    assert.deepEqual(next.texts('UploadId', 'Upload'), [other]);

    for (const [key, uploadId] of [
      ['listed/a', id],
      ['listed/b', other],
    ] as const) {
      assert.equal((await client.send('DELETE', `/bkt/${key}?uploadId=${uploadId}`)).outcome, '204');
      assert.equal((await client.send('DELETE', `/bkt/${key}?uploadId=${uploadId}`)).outcome, '404 NoSuchUpload');
    }
    assert.deepEqual((await client.send('GET', '/bkt?uploads')).texts('UploadId', 'Upload'), []);
  });

  it('an upload that is in progress keeps its bucket from being deleted', async () => {
    await client.send('PUT', '/busy');
    const reply = await client.send('POST', '/busy/key?uploads');
    assert.equal((await client.send('DELETE', '/busy')).outcome, '409 BucketNotEmpty');
    await client.send('DELETE', `/busy/key?uploadId=${reply.texts('UploadId')[0]}`);
    assert.equal((await client.send('DELETE', '/busy')).outcome, '204');
  });

  it('a completion of all parts takes them in order, and no body', async () => {
    const { id } = await initiate('all');
    for (const partNumber of [2, 1]) {
      const body = Buffer.alloc(leastPartBytes, String(partNumber));
      await client.send('PUT', `/bkt/all?partNumber=${partNumber}&uploadId=${id}`, { body });
    }
    const headers = { 'x-oss-complete-all': 'yes' };
    const contradictory = await client.send('POST', `/bkt/all?uploadId=${id}`, { headers, body: completion('"NONE"') });
    assert.deepEqual([contradictory.outcome, contradictory.texts('EC')], ['400 InvalidArgument', ['0042-00000216']]);
    assert.equal((await client.send('POST', `/bkt/all?uploadId=${id}`, { headers })).outcome, '200');
    const { body } = await client.send('GET', '/bkt/all');
    assert.deepEqual([body.length, body[0], body.at(-1)], [2 * leastPartBytes, 0x31, 0x32]);
  });

  it('a completion without parts makes an empty object', async () => {
    const { id } = await initiate('empty', { 'x-oss-server-side-encryption': 'AES256' });
    const body = '<CompleteMultipartUpload></CompleteMultipartUpload>';
    assert.equal((await client.send('POST', `/bkt/empty?uploadId=${id}`, { body })).outcome, '200');
    const got = await client.send('GET', '/bkt/empty');
    assert.deepEqual([got.outcome, got.body.length, got.encryption], ['200', 0, 'AES256']);
  });

  it('uploads of one key are listed by id, after the marker', async () => {
    const ids: string[] = [];
    for (const _ of [1, 2, 3, 4]) ids.push((await initiate('same/key')).id);
    const sorted = ids.toSorted();
    const all = await client.send('GET', '/bkt?uploads&prefix=same/');
    assert.deepEqual(all.texts('UploadId', 'Upload'), sorted);
    assert.deepEqual([all.texts('NextKeyMarker'), all.texts('NextUploadIdMarker')], [['same/key'], [sorted[3]]]);
    const after = '/bkt?uploads&prefix=same/&key-marker=same/key';
    for (const [marker, expected] of [
      ['', []],
      [`&upload-id-marker=${sorted[1]}`, sorted.slice(2)],
      ['&upload-id-marker=0', sorted],
      ['&upload-id-marker=G', []],
    ] as const)
      assert.deepEqual((await client.send('GET', after + marker)).texts('UploadId', 'Upload'), expected, marker);
    for (const id of ids) await client.send('DELETE', `/bkt/same/key?uploadId=${id}`);
  });

  it('parts and completions that make no sense are refused', async () => {
    const { id } = await initiate('wrong');
    for (const partNumber of ['0', '10001', 'x', '']) {
      const part = await client.send('PUT', `/bkt/wrong?partNumber=${partNumber}&uploadId=${id}`, { body: 'x' });
      assert.equal(part.outcome, '400 InvalidArgument');
    }
    const missing = await client.send('PUT', '/bkt/wrong?partNumber=1&uploadId=NONE', { body: 'x' });
    assert.deepEqual([missing.outcome, missing.texts('EC')], ['404 NoSuchUpload', ['0042-00000104']]);
    for (const body of ['', '<Other/>', '<CompleteMultipartUpload><Part/></CompleteMultipartUpload>']) {
      assert.equal((await client.send('POST', `/bkt/wrong?uploadId=${id}`, { body })).outcome, '400 MalformedXML');
    }
    const unknown = await client.send('POST', `/bkt/wrong?uploadId=${id}`, { body: completion('"NONE"') });
    assert.equal(unknown.outcome, '400 InvalidPart');
  });
});

function completion(...etags: (string | undefined)[]): string {
  const parts = etags.map(
    (etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag?.replaceAll('"', '&quot;')}</ETag></Part>`,
  );
  return `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
}
