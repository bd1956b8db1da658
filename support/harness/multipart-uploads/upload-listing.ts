import type { Answer } from '../../client/exchange.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import type { OssRequest } from '../../client/request.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { listParts } from '../objects/object-requests.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import type { OpenUpload } from './scenario-uploads.ts';
import { listMultipartUploads, listPartsPage, listUploadsPage, type UploadMarker } from './upload-requests.ts';

/** What ListParts and ListMultipartUploads say. */

/** One line for each part; `null` for an upload that does not exist. */
export async function describeParts(world: OssWorld, { address, id }: OpenUpload): Promise<string | null> {
  const { answer } = await world.look(listParts(address, id));
  if (isNoSuchUpload(answer)) return null;
  return childrenOf(rootOf(answer, 'ListPartsResult'), 'Part').map(describePart).join('\n');
}

function describePart(part: XmlElement): string {
  return ['PartNumber', 'ETag', 'Size', 'LastModified'].map((name) => textAt(part, name) ?? 'none').join(' ');
}

/** The numbers of an upload's parts, as its pages of that size name them. */
export async function partsInPages(world: OssWorld, upload: OpenUpload, size: number): Promise<readonly string[]> {
  const most = upload.parts.length;
  let marker: string | undefined = '0';
  const pages = new Pages(size, most);
  while (marker !== undefined) {
    const root: XmlElement = await ask(
      world,
      listPartsPage(upload.address, upload.id, { size, marker }),
      'ListPartsResult',
    );
    pages.add(childrenOf(root, 'Part').map((part) => textAt(part, 'PartNumber') ?? 'none'));
    marker = pages.goOn(root) ? next(root, 'NextPartNumberMarker') : undefined;
  }
  return pages.entries;
}

/** Name and id of each upload that the listing of a bucket names. */
export async function listedUploads(world: OssWorld, bucket: string): Promise<readonly string[]> {
  const root = await ask(world, listMultipartUploads(bucket), 'ListMultipartUploadsResult');
  return uploadsIn(root);
}

/** Name and id of every upload of the bucket, as its pages of that size name them; `most` is how many there are. */
export async function uploadsInPages(world: OssWorld, size: number, most: number): Promise<readonly string[]> {
  return entriesInPages(world, new Pages(size, most), uploadsIn, (marker) =>
    listUploadsPage(world.bucket.name, size, marker),
  );
}

/** The same with a delimiter, and the common prefixes among the uploads. */
export async function foldedUploadsInPages(
  world: OssWorld,
  { size, delimiter }: { readonly size: number; readonly delimiter: string },
  most: number,
): Promise<readonly string[]> {
  // No page says whether common prefixes count.
  const pages = new Pages(Infinity, most);
  return entriesInPages(world, pages, foldedUploadsIn, (marker) => {
    const { query, ...request } = listUploadsPage(world.bucket.name, size, marker);
    return { ...request, query: [...query, ['delimiter', delimiter]] };
  });
}

async function entriesInPages(
  world: OssWorld,
  pages: Pages,
  entriesIn: (root: XmlElement) => readonly string[],
  page: (marker: UploadMarker | null) => OssRequest,
): Promise<readonly string[]> {
  let marker: UploadMarker | null = null;
  do {
    const root: XmlElement = await ask(world, page(marker), 'ListMultipartUploadsResult');
    pages.add(entriesIn(root));
    marker = pages.goOn(root)
      ? { key: next(root, 'NextKeyMarker'), uploadId: textAt(root, 'NextUploadIdMarker') ?? '' }
      : null;
  } while (marker !== null);
  return pages.entries;
}

/** How this file names an upload. */
export function nameOf({ address, id }: OpenUpload): string {
  return `${address.key} ${id}`;
}

export function uploadsIn(root: XmlElement): readonly string[] {
  return childrenOf(root, 'Upload').map(
    (upload) => `${textAt(upload, 'Key') ?? 'none'} ${textAt(upload, 'UploadId') ?? 'none'}`,
  );
}

function foldedUploadsIn(root: XmlElement): readonly string[] {
  const prefixes = childrenOf(root, 'CommonPrefixes').map((group) => textAt(group, 'Prefix') ?? 'none');
  return [...uploadsIn(root), ...prefixes];
}

/** The pages of a listing. A store that never ends it, or sends more than it was asked for, is nonconformant. */
class Pages {
  readonly #size: number;
  readonly #most: number;
  readonly entries: string[] = [];

  constructor(size: number, most: number) {
    this.#size = size;
    this.#most = most;
  }

  add(page: readonly string[]): void {
    if (page.length > this.#size) throw new Nonconformance(`at most ${this.#size} on a page`, `${page.length}`);
    if (page.some((entry) => this.entries.includes(entry))) throw new Nonconformance('no entry on two pages', 'one');
    this.entries.push(...page);
  }

  /** Whether there is another page. */
  goOn(root: XmlElement): boolean {
    if (textAt(root, 'IsTruncated') !== 'true') return false;
    if (this.entries.length >= this.#most) throw new Nonconformance('the listing to end', 'another page');
    return true;
  }
}

function next(root: XmlElement, name: string): string {
  const marker = textAt(root, name);
  if (marker === undefined || marker === '') throw new Nonconformance(`${name} of a listing that goes on`, 'none');
  return marker;
}

async function ask(world: OssWorld, request: OssRequest, root: string): Promise<XmlElement> {
  return rootOf((await world.look(request)).answer, root);
}

function rootOf(answer: Answer, name: string): XmlElement {
  const xml = readXml(answer.body);
  if (answer.status === 200 && 'root' in xml && xml.root.name === name) return xml.root;
  throw new Nonconformance(`a ${name}`, describeAnswer(answer));
}

function isNoSuchUpload(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return answer.status === 404 && 'error' in reading && reading.error.code === 'NoSuchUpload';
}
