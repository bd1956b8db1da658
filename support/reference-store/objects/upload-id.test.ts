import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newUploadId } from './upload-id.ts';

test('ids have the form of those on the pages, and ascend within a millisecond', () => {
  const now = new Date('2026-01-01T00:00:00.000Z');
  const ids = Array.from({ length: 100 }, () => newUploadId(now));
  for (const id of ids) assert.match(id, /^[0-9A-F]{32}$/);
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
});
