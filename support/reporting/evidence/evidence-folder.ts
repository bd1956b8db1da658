import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';
import type { ScenarioEvidence } from '../../harness/evidence/evidence.ts';

/** Bodies are cut before they are written; a scenario of many exchanges stays far below. */
const maxBytes = 16 * 1024 * 1024;

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const message = {
  type: 'object',
  required: ['startLine', 'headers', 'body'],
  properties: {
    startLine: text,
    headers: { type: 'array', items: { type: 'array', minItems: 2, maxItems: 2, items: text } },
    body: text,
  },
};
const isEvidence = new Ajv2020({ strict: false, validateSchema: false, meta: false }).compile<ScenarioEvidence>({
  type: 'object',
  required: ['clause', 'scenario', 'feature', 'line', 'exchanges'],
  properties: {
    clause: text,
    scenario: text,
    feature: text,
    line: { type: 'integer' },
    commands: {
      type: 'array',
      items: {
        type: 'object',
        required: ['command', 'stdout', 'stderr', 'exitCode'],
        properties: { command: text, stdout: text, stderr: text, exitCode: { type: 'integer' } },
      },
    },
    exchanges: {
      type: 'array',
      items: {
        type: 'object',
        required: ['request', 'answer', 'fault', 'canonical', 'stringToSign', 'startedAt', 'durationMs'],
        properties: {
          request: message,
          answer: { oneOf: [{ type: 'null' }, message] },
          fault: textOrNull,
          canonical: textOrNull,
          stringToSign: textOrNull,
          startedAt: text,
          durationMs: { type: 'number' },
        },
      },
    },
  },
});

/** The folder with the exchanges of a results file. */
export function evidenceFolder(resultsPath: string): string {
  return resolve(dirname(resultsPath), 'evidence');
}

/** The evidence in a folder; none without the folder. Throws a `ConfigurationError` for a file that is not evidence. */
export async function readEvidence(folder: string): Promise<ScenarioEvidence[]> {
  return Promise.all((await evidenceFiles(folder)).map((name) => readOne(join(folder, name))));
}

/** The names of the evidence files in a folder; none without the folder. */
export async function evidenceFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new ConfigurationError(`${folder}: cannot be read (${String(error)})`);
  }
}

async function readOne(path: string): Promise<ScenarioEvidence> {
  const document = await parseFile(path);
  if (isEvidence(document)) return document;
  const [first] = isEvidence.errors ?? [];
  const field = first?.instancePath.slice(1).replaceAll('/', '.') || 'the document';
  throw new ConfigurationError(`${path}: not the evidence of a scenario (${field} ${first?.message})`);
}

async function parseFile(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size <= maxBytes) return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigurationError(`${path}: not readable as evidence (${String(error)})`);
  }
  throw new ConfigurationError(`${path}: larger than ${maxBytes} bytes; not the evidence of a scenario`);
}
