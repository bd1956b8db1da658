import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenUpload, ScenarioUploads } from './scenario-uploads.ts';

const address = { bucket: 'bucket', key: 'object' };

test('parts are in the order of their numbers, each as it was stored last', () => {
  const upload = new OpenUpload(address, 'id');
  upload.keep(10, { etag: 'ten', content: Buffer.from('10') });
  upload.keep(2, { etag: 'two', content: null });
  upload.keep(10, { etag: 'new', content: Buffer.from('X') });
  assert.deepEqual(upload.parts, [
    { part: 2, etag: 'two' },
    { part: 10, etag: 'new' },
  ]);
  assert.deepEqual(upload.partsOf([10, 2]), upload.parts.toReversed());
  assert.deepEqual(upload.contentOf(10), Buffer.from('X'));
});

test('an upload whose part was refused cannot be completed, and the reason is that refusal', () => {
  const upload = new OpenUpload(address, 'id');
  upload.refuse('411 MissingContentLength');
  assert.throws(() => upload.parts, {
    name: 'Nonconformance',
    message: 'expected the part to be stored, got 411 MissingContentLength',
  });
});

test('a scenario whose upload was refused says so, and one that began none is at fault itself', () => {
  const uploads = new ScenarioUploads();
  assert.throws(() => uploads.first, { name: 'Error' });
  uploads.refuse('501 NotImplemented');
  assert.throws(() => uploads.first, {
    name: 'Nonconformance',
    message: 'expected the multipart upload to begin, got 501 NotImplemented',
  });
});

test('only uploads with a known state belong to the set-up', () => {
  const uploads = new ScenarioUploads();
  const held = uploads.begin(address, 'one');
  held.before = '';
  const begun = uploads.begin(address, 'two');
  assert.deepEqual(uploads.held, [held]);
  assert.equal(uploads.other, begun);
});
