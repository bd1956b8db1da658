import assert from 'node:assert/strict';
import { it } from 'node:test';
import { percentDecode, utf8 } from './request-target.ts';

it('decodes escapes and bytes as UTF-8', () => {
  assert.equal(percentDecode('a%20b'), 'a b');
  assert.equal(percentDecode('%E4%b8%AD'), '中');
  assert.equal(percentDecode(Buffer.from('中').toString('latin1')), '中');
  assert.equal(percentDecode('plain/text\t'), 'plain/text\t');
});

it('keeps a byte order mark', () => {
  assert.equal(percentDecode('%EF%BB%BFa'), '\ufeffa');
});

it('reads nothing that is not UTF-8, and goes on with what is', () => {
  for (const text of ['\xe4', '\xc0\x80', '\xed\xa0\x80']) {
    assert.equal(utf8(text), null);
    assert.equal(utf8('\xc3\xa9'), 'é');
  }
  for (const text of ['%', '%4', '%zz', '%E4']) assert.equal(percentDecode(text), null);
});
