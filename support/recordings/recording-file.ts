import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suiteVersion } from './suite-version.ts';
import type { Recording } from './recording.ts';
import { RecordingProblem } from './recording-problem.ts';
import schema from './recording.schema.json' with { type: 'json' };

/** A scenario's recording is a few kilobytes. */
const maxBytes = 4 * 1024 * 1024;

const isRecording = new Ajv2020({ validateFormats: false }).compile<Recording>(schema);

/** Writes a recording whole or not at all. One that says what the old one said stays as it is, date and all. */
export function writeRecording(directory: string, path: string, recording: Omit<Recording, 'digest'>): void {
  const text = recordingText(recording);
  if (isSameButForItsDate(directory, path, recording)) return;
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.unfinished`, text);
  renameSync(`${file}.unfinished`, file);
}

/** What stands in the file; ends with a line feed. */
export function recordingText(recording: Omit<Recording, 'digest'>): string {
  const { schema: name, ...rest } = recording;
  return `${JSON.stringify({ schema: name, digest: digestOf(recording), ...rest }, null, 1)}\n`;
}

/** `null` where there is no such file. Throws RecordingProblem for one that cannot be used. */
export function readRecording(directory: string, path: string): Recording | null {
  const text = readText(directory, path);
  if (text === null) return null;
  const document = parsed(path, text);
  if (!isRecording(document)) throw new RecordingProblem(path, `is not a recording: ${wrongField()}`);
  const { digest, ...rest } = document;
  if (digest !== digestOf(rest))
    throw new RecordingProblem(path, 'was edited after it was recorded: its digest does not fit');
  const { suite } = document.provenance;
  if (suite !== suiteVersion)
    throw new RecordingProblem(path, `was made by suite ${suite}, and this is suite ${suiteVersion}`);
  return document;
}

/** The digest covers what JSON means, in the order of the fields; not how it is spaced. */
export function digestOf(recording: object): string {
  return sha256(JSON.stringify(recording));
}

function isSameButForItsDate(directory: string, path: string, recording: Omit<Recording, 'digest'>): boolean {
  try {
    const old = readRecording(directory, path);
    if (old === null) return false;
    const { date } = old.provenance;
    return digestOf({ ...recording, provenance: { ...recording.provenance, date } }) === old.digest;
  } catch (error) {
    if (error instanceof RecordingProblem) return false;
    throw error;
  }
}

function readText(directory: string, path: string): string | null {
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

function wrongField(): string {
  const [first] = isRecording.errors ?? [];
  const place = first === undefined || first.instancePath === '' ? 'the document' : first.instancePath.slice(1);
  return `${place.replaceAll('/', '.')} ${first?.message ?? 'is wrong'}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
