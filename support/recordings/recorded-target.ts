import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Addressing, Capability, KeyedPrincipal, KmsKeys, SignatureVersion } from '../harness/target.ts';
import { RecordingProblem } from './recording-problem.ts';
import { digestOf } from './recording-file.ts';
import { suiteVersion } from './suite-version.ts';

/** The target of a folder of recordings; `target.json` in it. Whom it could ask is told, by which keys is not. */
export interface RecordedTarget {
  readonly schema: 'oss-conformance/recorded-target/1';
  readonly class: 'live' | 'reference';
  readonly name: string;
  readonly endpoint: string;
  readonly region: string;
  readonly addressing: Addressing;
  readonly signature: SignatureVersion;
  readonly capabilities: readonly Capability[];
  readonly principals: readonly KeyedPrincipal[];
  readonly sts: readonly ('valid' | 'expired')[];
  readonly kms: KmsKeys | null;
}

interface TargetDocument extends RecordedTarget {
  readonly digest: string;
  readonly suite: string;
}

const fileName = 'target.json';
const texts = { type: 'array', items: { type: 'string' } } as const;
const properties = {
  schema: { const: 'oss-conformance/recorded-target/1' },
  digest: { type: 'string' },
  suite: { type: 'string' },
  class: { enum: ['live', 'reference'] },
  name: { type: 'string' },
  endpoint: { type: 'string', pattern: '^https?://' },
  region: { type: 'string' },
  addressing: { enum: ['path', 'virtual'] },
  signature: { enum: ['v1', 'v4'] },
  capabilities: texts,
  principals: texts,
  sts: texts,
  kms: { type: ['object', 'null'] },
} as const;
const isTargetDocument = new Ajv2020().compile<TargetDocument>({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});

export function writeRecordedTarget(directory: string, target: RecordedTarget): void {
  mkdirSync(directory, { recursive: true });
  const { schema, ...rest } = target;
  const document = { suite: suiteVersion, ...rest };
  const text = JSON.stringify({ schema, digest: digestOf(document), ...document }, null, 1);
  writeFileSync(join(directory, fileName), `${text}\n`);
}

/** Throws RecordingProblem for a folder whose recordings cannot be replayed by this suite. */
export function readRecordedTarget(directory: string): RecordedTarget {
  const file = join(directory, fileName);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new RecordingProblem(fileName, 'there is none, and so no recordings to replay; "record" makes them');
  const document = parsed(readFileSync(file, 'utf8'));
  if (!isTargetDocument(document)) throw new RecordingProblem(fileName, 'does not describe a target');
  const { schema, digest, ...described } = document;
  if (digest !== digestOf(described))
    throw new RecordingProblem(fileName, 'was edited after it was recorded: its digest does not fit');
  const { suite, ...target } = described;
  if (suite !== suiteVersion)
    throw new RecordingProblem(fileName, `was made by suite ${suite}, and this is suite ${suiteVersion}`);
  return { schema, ...target };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordingProblem(fileName, 'was cut short, or is no JSON');
  }
}
