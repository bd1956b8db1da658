import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { RecordingProblem } from './recording-problem.ts';

/** A JSON document of a folder of recordings. */
export interface Document<Schema extends string = string> {
  readonly schema: Schema;
}

/** A document with the SHA-256 of everything else in it, so that an edit is noticed. */
export interface DocumentWithDigest<Schema extends string = string> extends Document<Schema> {
  readonly digest: string;
}

export const suiteVersion = manifest.version;

/** A recording is valid for the suite that made it: another version sends another User-Agent, and perhaps other requests. */
export function requireThisSuite(path: string, suite: string): void {
  if (suite !== suiteVersion)
    throw new RecordingProblem(path, `was made by suite ${suite}, and this is suite ${suiteVersion}`);
}

/** Far above a clause with a hundred scenarios. */
const maxBytes = 16 * 1024 * 1024;

/** `null` if there is no such file. Throws RecordingProblem for a file that does not follow this schema. */
export function readDocument<Schema extends string>(
  directory: string,
  path: string,
  schema: Schema,
): Document<Schema> | null {
  const text = textOf(directory, path);
  if (text === null) return null;
  const document = parsed(path, text);
  if (!isDocument(document, schema)) throw new RecordingProblem(path, `is not of the form ${schema}`);
  return document;
}

/** As `readDocument`; also throws RecordingProblem for a document whose digest does not match it. */
export function readDocumentWithDigest<Content extends DocumentWithDigest>(
  directory: string,
  path: string,
  schema: Content['schema'],
): Content | null {
  const document = readDocument(directory, path, schema);
  if (document === null) return null;
  if (!hasDigest(document)) throw new RecordingProblem(path, 'has no digest');
  requireDigest(path, document);
  // A matching digest means that `writeDocumentWithDigest` wrote it for this schema, unless an editor also computed one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return document as Content;
}

/** Throws RecordingProblem if the digest does not match the rest; `name` is for the message. */
export function requireDigest(name: string, { digest, ...rest }: { readonly digest: string }): void {
  const found = digestOf(rest);
  if (digest !== found)
    throw new RecordingProblem(name, `was edited after it was written: its digest should be ${found}`);
}

/** Covers the JSON values in the order of the fields, but not white space. */
export function digestOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The text of a file, with a line feed at the end. */
export function documentText(document: Document): string {
  return `${JSON.stringify(document, null, 1)}\n`;
}

export function withDigest({ schema, ...rest }: Document): DocumentWithDigest {
  return { schema, digest: digestOf({ schema, ...rest }), ...rest };
}

/** Writes a document whole or not at all. */
export function writeDocument(directory: string, path: string, document: Document): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.unfinished`, documentText(document));
  renameSync(`${file}.unfinished`, file);
}

function isDocument<Schema extends string>(document: unknown, schema: Schema): document is Document<Schema> {
  return typeof document === 'object' && document !== null && 'schema' in document && document.schema === schema;
}

function hasDigest(document: Document): document is DocumentWithDigest {
  return 'digest' in document && typeof document.digest === 'string';
}

function textOf(directory: string, path: string): string | null {
  const file = join(directory, path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return null;
  if (!status.isFile()) throw new RecordingProblem(path, 'is not a file');
  if (status.size > maxBytes) throw new RecordingProblem(path, `is longer than ${maxBytes} bytes`);
  return readFileSync(file, 'utf8');
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordingProblem(path, 'was cut short, or is no JSON');
  }
}
