import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { ScenarioUploads, type OpenUpload } from '../support/harness/multipart-uploads/scenario-uploads.ts';
import { holdUpload } from '../support/harness/multipart-uploads/upload-preparation.ts';
import { completeByDocument } from '../support/harness/multipart-uploads/upload-requests.ts';
import {
  requireFoldedUploadsInPages,
  requireNewUploadId,
  requireNoUpload,
  requireObjectOf,
  requirePartsInPages,
  requireUnchangedUpload,
  requireUnchangedUploads,
  requireUploadOrder,
  requireUploadsInPages,
} from '../support/harness/multipart-uploads/upload-state.ts';
import { contentOf } from '../support/harness/objects/object-content.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';
import { partNumbers } from './upload-calls.ts';

/** Multipart uploads that a scenario begins with, their completion by a document, and what became of them. */

type RequireState = (world: OssWorld) => void | Promise<void>;

definePhrases<RequireState>('uploadState', {
  'the multipart uploads are unchanged': () => requireUnchangedUploads,
  'the other multipart upload is unchanged': () => (world) =>
    requireUnchangedUpload(world, world.part(ScenarioUploads).other),
  'no multipart upload is in progress': () => requireNoUpload,
  'the object consists of the parts "…"':
    (numbers = '') =>
    (world) =>
      requireObjectOf(world, partNumbers(numbers)),
  'the upload id is new': () => requireNewUploadId,
  'pages of N name every part once': (size) => (world) => requirePartsInPages(world, Number(size)),
  'pages of N name every multipart upload once': (size) => (world) => requireUploadsInPages(world, Number(size)),
  'pages of N, folded at "…", name every multipart upload and common prefix once':
    (size, delimiter = '') =>
    (world) =>
      requireFoldedUploadsInPages(world, Number(size), delimiter),
  'the multipart uploads come by name and id': () => requireUploadOrder,
});

/**
 * One upload a row: the column `name`, and one column for each part number, in the order in which the parts are sent. An
 * empty cell is no part. The scenario is about the object of the first row.
 */
Given('the bucket holds the multipart uploads', async function (this: OssWorld, table: DataTable) {
  // Not `hashes()`: an object has its numeric keys in their own order.
  const [[column, ...numbers] = [], ...rows] = table.raw();
  if (column !== 'name') throw new Error('the first column of the table is the name');
  for (const [name = '', ...cells] of rows) {
    const sent = cells.flatMap((cell, at) =>
      cell === '' ? [] : [[Number(numbers[at]), contentCalled(cell)] as const],
    );
    await holdUpload(this, name, new Map(sent));
  }
  this.part(ScenarioObject).key = rows[0]?.[0] ?? '';
});

When(
  '{principal} completes the multipart upload by',
  async function (this: OssWorld, principal: Principal, document: string) {
    const upload = this.part(ScenarioUploads).first;
    const { address } = this.part(ScenarioObject);
    await this.ask(principal, completeByDocument(address, upload.id, withEtags(document, upload)));
  },
);

Then('{uploadState}', async function (this: OssWorld, requireState: RequireState) {
  await requireState(this);
});

/** `(102401 bytes)` of a part have no pattern; any other text means itself. */
function contentCalled(cell: string): Uint8Array {
  const size = /^\((\d+) bytes\)$/u.exec(cell)?.[1];
  return size === undefined ? Buffer.from(cell) : contentOf(Number(size));
}

/** `(the ETag of part 1)` is as the store sent it, `(the bare ETag of part 1)` without quotes. */
function withEtags(document: string, upload: OpenUpload): string {
  return document.replaceAll(
    /\(the (bare )?ETag of part (\d+)\)/gu,
    (_whole, bare: string | undefined, part: string) => {
      const etag = upload.etagOf(Number(part));
      return bare === undefined ? etag : etag.replaceAll('"', '');
    },
  );
}
