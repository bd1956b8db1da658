import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { ScenarioListing } from './scenario-listing.ts';

type Page = { readonly names: readonly string[]; readonly next?: string; readonly isTruncated?: boolean };

/** A world whose store answers with these pages, one after another; the last one again and again. */
function listingOf(...pages: readonly Page[]): { readonly listing: ScenarioListing; readonly queries: string[] } {
  const queries: string[] = [];
  const world = {
    bucket: { name: 'bkt' },
    answer: answerOf({ names: [] }),
    ask: async (_principal: string, { query }: OssRequest) => {
      const page = pages[Math.min(queries.length, pages.length - 1)];
      queries.push(query.map(([name, value]) => `${name}=${value}`).join('&'));
      world.answer = answerOf(page ?? { names: [] });
    },
  };
  return { listing: new ScenarioListing(world), queries };
}

function answerOf({ names, next, isTruncated = next !== undefined }: Page): Answer {
  const contents = names.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
  const marker = next === undefined ? '' : `<NextMarker>${next}</NextMarker>`;
  const document = `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${marker}${contents}</ListBucketResult>`;
  return { status: 200, headers: [], body: Buffer.from(document) };
}

describe('all pages of a listing', () => {
  it('are asked for by the marker of the page before, and make one listing', async () => {
    const { listing, queries } = listingOf({ names: ['a'], next: 'a' }, { names: ['b'], next: 'b' }, { names: [] });
    await listing.askForAll('owner', 'ListObjects', [
      ['marker', '0'],
      ['max-keys', '1'],
    ]);
    assert.deepEqual(queries, ['marker=0&max-keys=1', 'max-keys=1&marker=a', 'max-keys=1&marker=b']);
    listing.require({ objects: ['a', 'b'], prefixes: [] });
    assert.equal(listing.describe(), 'the objects "a" "b", the common prefixes (none)');
  });

  it('must not have a name twice', async () => {
    const { listing } = listingOf({ names: ['a'], next: 'a' }, { names: ['a', 'b'] });
    await listing.askForAll('owner', 'ListObjects', []);
    assert.throws(() => listing.require({ objects: ['a', 'b'], prefixes: [] }), {
      message: 'expected each object once in the listing, got one of them twice',
    });
  });

  for (const [what, names, message] of [
    ['another name', ['a', 'b', 'c'], 'expected no other object in the listing, got "c"'],
    ['a name missing', ['a'], 'expected the object "b" in the listing, got a listing without it'],
    ['another order', ['b', 'a'], 'expected names that ascend by their bytes, got "b" too early'],
  ] as const)
    it(`must not have ${what}`, async () => {
      const { listing } = listingOf({ names });
      await listing.askForAll('owner', 'ListObjects', []);
      assert.throws(() => listing.require({ objects: ['a', 'b'], prefixes: [] }), { message });
    });

  it('must not be longer than max-keys', async () => {
    const { listing } = listingOf({ names: ['a', 'b'] });
    await listing.askForAll('owner', 'ListObjects', [['max-keys', '1']]);
    assert.throws(() => listing.require({ objects: ['a', 'b'], prefixes: [] }), {
      message: 'expected no page of more names than max-keys, got a longer one',
    });
  });

  it('must say how they go on', async () => {
    const { listing } = listingOf({ names: ['a'], isTruncated: true });
    await assert.rejects(listing.askForAll('owner', 'ListObjects', []), {
      message: 'expected NextMarker on a truncated page, got none',
    });
  });

  it('must end', async () => {
    const { listing, queries } = listingOf({ names: ['a'], next: 'a' });
    await assert.rejects(listing.askForAll('owner', 'ListObjects', []), {
      message: 'expected a last page, got one truncated page after another',
    });
    assert.equal(queries.length, 20);
  });
});
