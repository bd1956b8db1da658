import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedDeparture, listedSize } from './listed-object.ts';

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

const described =
  '<Contents><Key>a</Key><LastModified>2026-01-02T03:04:05.678Z</LastModified><ETag>"E"</ETag><Size>3</Size></Contents>';

function head(...changes: readonly (readonly [name: string, value: string])[]): Parameters<typeof listedDeparture>[2] {
  const headers = new Map([
    ['Content-Length', '3'],
    ['ETag', '"E"'],
    ['Last-Modified', 'Fri, 02 Jan 2026 03:04:05 GMT'],
    ...changes,
  ]);
  return { status: 200, headers: [...headers], body: new Uint8Array() };
}

test('a listing and a head describe an object alike, whatever the part of the second', () => {
  assert.equal(listedDeparture(listing(described), 'a', head()), null);
});

for (const [name, header, value, expected, got] of [
  ['Size', 'Content-Length', '4', 'the Size of HeadObject (4) in the listing', '3'],
  ['ETag', 'ETag', 'E', 'the ETag of HeadObject (E) in the listing', '"E"'],
  [
    'LastModified',
    'Last-Modified',
    'Fri, 02 Jan 2026 03:04:06 GMT',
    'the LastModified of HeadObject in the listing',
    'another one',
  ],
] as const)
  test(`a listing with another ${name} than the head is told`, () => {
    assert.deepEqual(listedDeparture(listing(described), 'a', head([header, value])), {
      expected,
      got,
    });
  });

test('a listing without the object, or without one of its properties, is told', () => {
  assert.equal(listedDeparture(listing(''), 'a', head())?.got, 'a listing without it');
  const withoutTime = listing(described.replace(/<LastModified>.*<\/LastModified>/u, ''));
  assert.equal(listedDeparture(withoutTime, 'a', head())?.got, 'none');
});
