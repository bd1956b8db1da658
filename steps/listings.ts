import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import type { QueryParameter } from '../support/client/request.ts';
import type { ListingOperation } from '../support/harness/listings/listing-requests.ts';
import { ScenarioListing } from '../support/harness/listings/scenario-listing.ts';
import { meaningOf } from '../support/harness/objects/cell-values.ts';
import { putObject } from '../support/harness/objects/object-requests.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import { beginning, words } from '../support/harness/phrases/phrases.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';
import { rowsOf } from './tables.ts';

/** Listings of the objects in a bucket, by both versions of the call. */

type ListingCall = (world: OssWorld, principal: Principal, parameters: readonly QueryParameter[]) => Promise<void>;

const operations = words<ListingOperation>({ ListObjects: 'ListObjects', ListObjectsV2: 'ListObjectsV2' });

definePhrases<ListingCall>('listingCall', {
  ...beginning(
    'lists the objects by',
    operations,
    (operation): ListingCall =>
      (world, principal, parameters) =>
        world.part(ScenarioListing).ask(principal, operation, parameters),
  ),
  ...beginning(
    'pages through the objects by',
    operations,
    (operation): ListingCall =>
      (world, principal, parameters) =>
        world.part(ScenarioListing).askForAll(principal, operation, parameters),
  ),
});

/** The content of each is its name. The scenario is about the first one. */
Given('the bucket holds objects named', async function (this: OssWorld, table: DataTable) {
  const object = this.part(ScenarioObject);
  const keys = namesIn(this, table.raw().flat());
  object.key = keys[0] ?? object.key;
  for (const key of keys)
    await this.prepare('PutObject', putObject({ ...object.address, key }, new TextEncoder().encode(key)));
});

When(
  '{principal} {listingCall} with',
  async function (this: OssWorld, principal: Principal, call: ListingCall, parameters: DataTable) {
    await call(this, principal, rowsOf(this, parameters));
  },
);

/** A row of objects and one of common prefixes, each in order; without a row there are none. */
Then('the listing holds', function (this: OssWorld, table: DataTable) {
  const rows = new Map(table.raw().map(([what = '', ...names]) => [what, namesIn(this, names)]));
  const { objects = [], prefixes = [], ...others } = Object.fromEntries(rows);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Error(`a listing holds objects and prefixes, but no "${unknown}"`);
  this.part(ScenarioListing).require({ objects, prefixes });
});

/** An empty cell is no name; a shorter row of a table ends with some. */
function namesIn(world: OssWorld, cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '').map((cell) => meaningOf(world, cell));
}
