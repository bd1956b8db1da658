import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import { Nonconformance } from '../verdict/finding.ts';
import { readListingPage } from './listing-page.ts';

function answer(content: string, status = 200): Answer {
  return { status, headers: [], body: Buffer.from(`<ListBucketResult>${content}</ListBucketResult>`) };
}

const names = '<Contents><Key>a%2Fb</Key></Contents><CommonPrefixes><Prefix>c%2F</Prefix></CommonPrefixes>';

describe('a page of a listing', () => {
  it('has its names as they are', () => {
    const page = readListingPage('ListObjects', answer(`${names}<IsTruncated>false</IsTruncated>`));
    assert.deepEqual(page, { objects: ['a%2Fb'], prefixes: ['c%2F'], isTruncated: false, next: null });
  });

  it('has its names decoded where it says that they are encoded', () => {
    const next = '<IsTruncated>true</IsTruncated><NextMarker>c%2F</NextMarker>';
    const page = readListingPage('ListObjects', answer(`<EncodingType>url</EncodingType>${names}${next}`));
    assert.deepEqual(page, { objects: ['a/b'], prefixes: ['c/'], isTruncated: true, next: 'c/' });
  });

  it('goes on by the element of its version', () => {
    const both = answer('<NextMarker>a</NextMarker><NextContinuationToken>t</NextContinuationToken>');
    assert.equal(readListingPage('ListObjects', both).next, 'a');
    assert.equal(readListingPage('ListObjectsV2', both).next, 't');
    assert.equal(readListingPage('ListObjectsV2', answer('<NextContinuationToken/>')).next, null);
  });

  it('that is not XML is told without the name of its bucket', () => {
    const listing = answer('<Name>bkt-17</Name><Contents><Key>&</Key></Contents>');
    assert.throws(() => readListingPage('ListObjects', listing), /^((?!bkt|column).)*not XML \([^()]+\)$/u);
  });

  for (const [what, wrong] of [
    ['an error', answer('', 400)],
    ['a document of another kind', { status: 200, headers: [], body: Buffer.from('<Other/>') }],
    ['an object without a name', answer('<Contents/>')],
    ['an escape that is none', answer('<EncodingType>url</EncodingType><Contents><Key>100%</Key></Contents>')],
  ] as const)
    it(`is not ${what}`, () => {
      assert.throws(() => readListingPage('ListObjects', wrong), Nonconformance);
    });
});
