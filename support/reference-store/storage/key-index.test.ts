import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeyIndex } from './key-index.ts';

function index(...keys: string[]): KeyIndex<string> {
  const entries = new KeyIndex<string>();
  for (const key of keys) entries.set(key, key);
  return entries;
}

describe('key index', () => {
  it('visits keys in the order of their UTF-8 bytes', () => {
    const keys = ['~', 'a', 'A', 'aa', 'a b', 'a%2F', 'é', '中', '\u{e000}', '\u{ffff}', '\u{1f600}', '..', 'a/../b'];
    const expected = keys.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    assert.deepEqual([...index(...keys).values()], expected);
  });

  it('visits no deleted key, and a replaced one once with its new entry', () => {
    const entries = index('a', 'b', 'c');
    assert.deepEqual([...entries.values()], ['a', 'b', 'c']);
    entries.delete('a');
    entries.set('b', 'new');
    assert.deepEqual([...entries.values()], ['new', 'c']);
  });

  it('can be changed while it is visited', () => {
    const entries = index('a', 'b', 'c');
    const seen: string[] = [];
    for (const key of entries.values()) {
      seen.push(key);
      entries.delete('b');
      entries.set('d', 'd');
    }
    assert.deepEqual(seen, ['a', 'c']);
  });
});
