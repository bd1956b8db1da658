import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import { printableLine } from '../../harness/evidence/printable.ts';
import type { Results } from './results.ts';
import { contradictionIn } from './results-integrity.ts';
import schema from './results.schema.json' with { type: 'json' };

/** Far above what the whole suite writes (about 1 kB for each scenario). */
const maxBytes = 64 * 1024 * 1024;

const ajv = new Ajv2020({ validateSchema: false, meta: false });

/** Made when it is first needed, and then the same: to make it takes longer than to check a document. */
function resultsCheck(): ValidateFunction<Results> {
  return ajv.compile<Results>(schema);
}

/** Writes `results.json` into the directory, whole or not at all, and returns its path. */
export async function writeResults(directory: string, results: Results): Promise<string> {
  const path = join(directory, 'results.json');
  await writeResultsFile(path, results);
  return path;
}

/** Refuses to write a document that `readResults` would refuse to read: that is our own fault. */
export async function writeResultsFile(path: string, results: Results): Promise<void> {
  const isResults = resultsCheck();
  if (!isResults(results)) throw new Error(`the results do not follow their schema: ${wrongField(isResults.errors)}`);
  const contradiction = contradictionIn(results);
  if (contradiction !== null) throw new Error(`the results contradict themselves: ${contradiction}`);
  await writeWhole(path, `${JSON.stringify(results, null, 2)}\n`);
}

/** Throws a `ConfigurationError` of one line for a file that cannot be used or was edited after it was written. */
export async function readResults(path: string): Promise<Results> {
  const document = parse(path, await read(path));
  const version = schemaOf(document);
  if (version !== schema.properties.schema.const) {
    throw new ConfigurationError(
      version === null
        ? `${path}: not a results document (it has no "schema"); give a results.json that a run wrote`
        : `${path}: its schema is "${printableLine(version)}", this version reads "${schema.properties.schema.const}"`,
    );
  }
  const isResults = resultsCheck();
  if (!isResults(document)) throw new ConfigurationError(`${path}: ${wrongField(isResults.errors)}`);
  const contradiction = contradictionIn(document);
  if (contradiction !== null) {
    throw new ConfigurationError(`${path}: ${printableLine(contradiction)}; use the file as the run wrote it`);
  }
  return document;
}

async function read(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${path}: ${whyUnreadable(error)}`);
  }
  throw new ConfigurationError(`${path}: larger than ${maxBytes} bytes; not a results document`);
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'not found';
    case 'EISDIR':
      return 'a directory; give the results.json in it';
    default:
      return `cannot be read (${String(code ?? error)})`;
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${path}: not JSON (${printableLine(why)})`);
  }
}

function schemaOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('schema' in document)) return null;
  return typeof document.schema === 'string' ? document.schema : null;
}

function wrongField(errors: readonly ErrorObject[] | null | undefined): string {
  const [first] = errors ?? [];
  if (first === undefined) return 'not a results document';
  const field = first.instancePath === '' ? 'the document' : first.instancePath.slice(1).replaceAll('/', '.');
  return printableLine(`${field} ${first.message ?? 'is wrong'}${detailOf(first)}`);
}

function detailOf({ keyword, params }: ErrorObject): string {
  switch (keyword) {
    case 'enum':
      return `: ${params['allowedValues'].join(', ')}`;
    case 'const':
      return `: ${params['allowedValue']}`;
    case 'additionalProperties':
      return `: ${params['additionalProperty']}`;
    default:
      return '';
  }
}

/** A reader sees the old file or the new one, never a part. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(unfinished, text, { flag: 'wx' });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
