import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedSize } from './listed-size.ts';

function listing(contents: string): Parameters<typeof listedSize>[0] {
  return { status: 200, headers: [], body: Buffer.from(`<ListBucketResult>${contents}</ListBucketResult>`) };
}

const entry = '<Contents><Key>a%2Fb</Key><Size>3</Size></Contents>';

test('the size is that of the object of this name', () => {
  assert.equal(listedSize(listing(`<Contents><Key>a</Key><Size>1</Size></Contents>${entry}`), 'a/b'), '3');
});

test('an object that is not listed has no size', () => {
  assert.equal(listedSize(listing(entry), 'a'), null);
});

test('an object that is listed without a size is not taken for one that is missing', () => {
  assert.equal(listedSize(listing('<Contents><Key>a</Key></Contents>'), 'a'), 'none');
});

test('what is no XML lists nothing', () => {
  assert.equal(listedSize({ status: 200, headers: [], body: Buffer.from('text') }, 'a'), null);
});
