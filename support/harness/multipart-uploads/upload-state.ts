import { textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { partListing, uploadListing } from '../instruments/upload-instruments.ts';
import { getObject } from '../objects/object-requests.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { ScenarioUploads, type OpenUpload } from './scenario-uploads.ts';
import {
  describeParts,
  foldedUploadsInPages,
  listedUploads,
  nameOf,
  partsInPages,
  uploadsIn,
  uploadsInPages,
} from './upload-listing.ts';

/** Throws unless every upload of the set-up has the same parts as then, and there is no other upload. */
export async function requireUnchangedUploads(world: OssWorld): Promise<void> {
  const { held } = world.part(ScenarioUploads);
  for (const upload of held) await requireUnchangedUpload(world, upload);
  await requireListed(world, held, held.length > 0);
}

/** Throws unless an upload of the set-up has the same parts as then. */
export async function requireUnchangedUpload(world: OssWorld, upload: OpenUpload): Promise<void> {
  const parts = await describeParts(world, upload);
  if (parts === null) throw new Nonconformance('the multipart upload still to be in progress', 'NoSuchUpload');
  if (parts !== upload.before) throw new Nonconformance('the parts of the upload unchanged', 'other parts');
}

/** Throws unless every upload of the scenario has ended. */
export async function requireNoUpload(world: OssWorld): Promise<void> {
  const { all } = world.part(ScenarioUploads);
  const lookedAt = all.filter(({ id }) => world.session.works(partListing(id)));
  for (const upload of lookedAt) {
    const parts = await describeParts(world, upload);
    if (parts !== null) throw new Nonconformance('the multipart upload to have ended', 'its parts are still listed');
  }
  await requireListed(world, [], lookedAt.length > 0);
}

/** A store without such a listing is not at fault where each upload was looked at separately. */
async function requireListed(world: OssWorld, uploads: readonly OpenUpload[], wereLookedAt: boolean): Promise<void> {
  if (wereLookedAt && !world.session.works(uploadListing)) return;
  const buckets = uploads.map(({ address }) => address.bucket);
  for (const bucket of new Set([...buckets, world.bucket.name])) {
    const listed = await listedUploads(world, bucket);
    const wanted = uploads.filter(({ address }) => address.bucket === bucket).map(nameOf);
    if (listed.some((name) => !wanted.includes(name)))
      throw new Nonconformance('no other multipart upload in the listing', 'one');
    if (wanted.some((name) => !listed.includes(name)))
      throw new Nonconformance('the multipart upload in the listing', 'a listing without it');
  }
}

/** Throws unless pages of that size name each part of the upload once, in the order of the numbers. */
export async function requirePartsInPages(world: OssWorld, size: number): Promise<void> {
  const upload = world.part(ScenarioUploads).first;
  const wanted = upload.parts.map(({ part }) => String(part));
  requireSame(await partsInPages(world, upload, size), wanted, `the parts ${wanted.join(', ')} in pages of ${size}`);
}

/** Throws unless pages of that size name each upload of the scenario once. */
export async function requireUploadsInPages(world: OssWorld, size: number): Promise<void> {
  const wanted = world.part(ScenarioUploads).all.map(nameOf).toSorted();
  const seen = (await uploadsInPages(world, size, wanted.length)).toSorted();
  requireSame(seen, wanted, `each of ${wanted.length} multipart uploads once in pages of ${size}`);
}

/** The same with names that go on after the delimiter folded into common prefixes. How many fit on a page is not judged. */
export async function requireFoldedUploadsInPages(world: OssWorld, size: number, delimiter: string): Promise<void> {
  const wanted = new Set(world.part(ScenarioUploads).all.map((upload) => folded(upload, delimiter)));
  const seen = (await foldedUploadsInPages(world, { size, delimiter }, wanted.size)).toSorted();
  const words = `each of ${wanted.size} multipart uploads and common prefixes once in pages of ${size}`;
  requireSame(seen, [...wanted].toSorted(), words);
}

function folded(upload: OpenUpload, delimiter: string): string {
  const { key } = upload.address;
  const end = key.indexOf(delimiter);
  return end < 0 ? nameOf(upload) : key.slice(0, end + delimiter.length);
}

/** Without ids, which differ from run to run. */
function requireSame(seen: readonly string[], wanted: readonly string[], words: string): void {
  if (seen.length === wanted.length && seen.every((one, at) => one === wanted[at])) return;
  const times = new Set(seen).size < seen.length ? 'some more than once' : `${seen.length} of them`;
  throw new Nonconformance(words, seen.length === wanted.length ? 'others' : times);
}

/** Throws unless the judged listing names uploads by name, and those of one name by id, both ascending. */
export function requireUploadOrder({ answer }: OssWorld): void {
  const xml = readXml(answer.body);
  if (!('root' in xml)) throw new Nonconformance('a listing of multipart uploads', describeAnswer(answer));
  const seen = uploadsIn(xml.root);
  const isAscending = seen.every((one, at) => at === 0 || (seen[at - 1] ?? '') < one);
  if (seen.length < 2 || !isAscending)
    throw new Nonconformance('the multipart uploads by name and id', `${seen.length} in another order`);
}

/** Throws unless the object consists of these parts of the scenario's upload, as they were sent. */
export async function requireObjectOf(world: OssWorld, parts: readonly number[]): Promise<void> {
  const upload = world.part(ScenarioUploads).first;
  const wanted = Buffer.concat(parts.map((part) => upload.contentOf(part)));
  const { answer } = await world.look(getObject(upload.address));
  if (answer.status !== 200) throw new Nonconformance('the object', describeAnswer(answer));
  if (Buffer.compare(answer.body, wanted) === 0) return;
  const got = answer.body.length === wanted.length ? 'other bytes' : `${answer.body.length} bytes`;
  throw new Nonconformance(`the ${wanted.length} bytes of the parts ${parts.join(', ')}`, got);
}

/** Throws unless the answer names another upload id than any upload before. */
export function requireNewUploadId(world: OssWorld): void {
  const ids = world.part(ScenarioUploads).all.map(({ id }) => id);
  const xml = readXml(world.answer.body);
  const id = 'root' in xml ? (textAt(xml.root, 'UploadId') ?? '') : '';
  if (id === '') throw new Nonconformance('an UploadId', 'none');
  if (ids.filter((known) => known === id).length > 1)
    throw new Nonconformance('an UploadId that no other upload has', 'that of another upload');
}
