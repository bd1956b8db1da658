import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RecordingProblem } from './recording-problem.ts';

/** A document that carries the SHA-256 of all the rest of it, so that it stands as it was written or not at all. */
export interface Sealed<Schema extends string = string> {
  readonly schema: Schema;
  readonly digest: string;
}

/** What is to be sealed; `schema` stands first. */
type Unsealed = { readonly schema: string } & Readonly<Record<string, unknown>>;

/** A scenario's recording is a few kilobytes. */
const maxBytes = 4 * 1024 * 1024;

/** What stands in the file; ends with a line feed. */
export function sealedText({ schema, ...rest }: Unsealed): string {
  return `${JSON.stringify({ schema, digest: digestOf({ schema, ...rest }), ...rest }, null, 1)}\n`;
}

/** Writes a document whole or not at all. */
export function writeSealed(directory: string, path: string, document: Unsealed): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.unfinished`, sealedText(document));
  renameSync(`${file}.unfinished`, file);
}

/** `null` where there is no such file. Throws RecordingProblem for one that does not stand as it was written. */
export function readSealed<Document extends Sealed>(
  directory: string,
  path: string,
  schema: Document['schema'],
): Document | null {
  const text = textOf(directory, path);
  if (text === null) return null;
  const document = parsed(path, text);
  if (!isSealed(document, schema)) throw new RecordingProblem(path, `is not of the form ${schema}`);
  const { digest, ...rest } = document;
  const found = digestOf(rest);
  if (digest !== found)
    throw new RecordingProblem(path, `was edited after it was written: its digest should be ${found}`);
  // A digest that fits is that of a document which `writeSealed` wrote for this schema, unless somebody sealed another:
  // where that would do harm, the reader looks at the form, too.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return document as Document;
}

/** Covers what JSON means, in the order of the fields; not how it is spaced. */
export function digestOf(document: object): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex');
}

function isSealed(document: unknown, schema: string): document is Sealed {
  if (typeof document !== 'object' || document === null || !('schema' in document && 'digest' in document))
    return false;
  return document.schema === schema && typeof document.digest === 'string';
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
