import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeyIndex } from './listing.ts';
import type { ListingQuery } from './listing.ts';

function index(...keys: string[]): KeyIndex<string> {
  const entries = new KeyIndex<string>();
  for (const key of keys) entries.set(key, key);
  return entries;
}

const all: ListingQuery = { prefix: '', marker: '', delimiter: '', maxKeys: 100 };
const tree = index('fun/movie/001.avi', 'fun/movie/007.avi', 'fun/test.jpg', 'oss.jpg', 'z');

describe('key index', () => {
  it('lists keys in the order of their UTF-8 bytes', () => {
    const keys = ['~', 'a', 'A', 'aa', 'a b', 'a%2F', 'é', '中', '\u{e000}', '\u{ffff}', '\u{1f600}', '..', 'a/../b'];
    const expected = keys.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
    assert.deepEqual(index(...keys).list(all).entries, expected);
  });

  const cases: { title: string; query: Partial<ListingQuery>; entries: string[]; prefixes: string[]; next: string | null }[] = [
    { title: 'only what starts with the prefix', query: { prefix: 'fun/m' }, entries: ['fun/movie/001.avi', 'fun/movie/007.avi'], prefixes: [], next: null },
    { title: 'only what comes after the marker', query: { marker: 'fun/test.jpg' }, entries: ['oss.jpg', 'z'], prefixes: [], next: null },
    { title: 'one common prefix for a folder', query: { delimiter: '/' }, entries: ['oss.jpg', 'z'], prefixes: ['fun/'], next: null },
    { title: 'the folders inside a folder', query: { prefix: 'fun/', delimiter: '/' }, entries: ['fun/test.jpg'], prefixes: ['fun/movie/'], next: null },
    { title: 'a page that ends with a common prefix', query: { delimiter: '/', maxKeys: 1 }, entries: [], prefixes: ['fun/'], next: 'fun/' },
    { title: 'the page after a common prefix', query: { delimiter: '/', maxKeys: 1, marker: 'fun/' }, entries: ['oss.jpg'], prefixes: [], next: 'oss.jpg' },
    { title: 'a full last page as the last', query: { delimiter: '/', maxKeys: 1, marker: 'oss.jpg' }, entries: ['z'], prefixes: [], next: null },
    { title: 'nothing after the last key', query: { marker: 'z' }, entries: [], prefixes: [], next: null },
    { title: 'nothing for a prefix no key has', query: { prefix: 'zz' }, entries: [], prefixes: [], next: null },
  ]; // prettier-ignore
  for (const { title, query, entries, prefixes, next } of cases) {
    it(`lists ${title}`, () => {
      assert.deepEqual(tree.list({ ...all, ...query }), { entries, commonPrefixes: prefixes, nextMarker: next });
    });
  }

  it('visits every key once, page by page', () => {
    const keys = Array.from({ length: 25 }, (_, n) => `key-${String(n).padStart(2, '0')}`);
    const entries = index(...keys.toReversed());
    const seen: string[] = [];
    let marker: string | null = '';
    while (marker !== null) {
      const page: ReturnType<typeof entries.list> = entries.list({ ...all, marker, maxKeys: 7 });
      seen.push(...page.entries);
      marker = page.nextMarker;
    }
    assert.deepEqual(seen, keys);
  });

  it('lists no deleted key, and a replaced one once with its new entry', () => {
    const entries = index('a', 'b');
    entries.delete('a');
    entries.set('b', 'new');
    assert.deepEqual(entries.list(all).entries, ['new']);
  });
});
