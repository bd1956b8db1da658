import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf } from './object-content.ts';

test('a content has the right number of bytes, the same every time', () => {
  for (const size of [0, 1, 1_048_573, 1_048_574, 3_000_000]) {
    const content = contentOf(size);
    assert.equal(content.length, size);
    assert.deepEqual(content, contentOf(size));
  }
});

test('no two segments of a content are alike, so that a store which confuses them is noticed', () => {
  const content = Buffer.from(contentOf(8 * 1024 * 1024));
  for (const segment of [16, 4096, 65_536, 262_144, 1_048_576]) {
    const seen = new Set<string>();
    for (let at = 0; at < 64 * segment && at < content.length; at += segment)
      seen.add(content.toString('latin1', at, at + segment));
    assert.equal(seen.size, Math.min(64, content.length / segment), `segments of ${segment} bytes`);
  }
});
