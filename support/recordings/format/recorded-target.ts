import type { Addressing, Capability, KeyedPrincipal, KmsKeys, SignatureVersion } from '../../harness/target/target.ts';
import {
  readDocumentWithDigest,
  requireThisSuite,
  suiteVersion,
  withDigest,
  writeDocument,
  type DocumentWithDigest,
} from './document.ts';
import { RecordingProblem } from './recording-problem.ts';

/** Which keys a principal signs with: permanent ones, or temporary ones with a security token. */
export type KeyKind = 'keys' | 'session';

/** The target of a folder of recordings; `target.json` in it. It names the principals, and none of their keys. */
export interface RecordedTarget {
  readonly class: 'live' | 'reference';
  readonly name: string;
  readonly endpoint: string;
  readonly region: string;
  readonly addressing: Addressing;
  readonly signature: SignatureVersion;
  readonly capabilities: readonly Capability[];
  readonly principals: Readonly<Partial<Record<KeyedPrincipal, KeyKind>>>;
  readonly sts: readonly ('valid' | 'expired')[];
  readonly kms: KmsKeys | null;
}

interface TargetDocument extends DocumentWithDigest<typeof schema> {
  readonly suite: string;
  readonly target: RecordedTarget;
}

const schema = 'oss-conformance/recorded-target/1';
const path = 'target.json';

export function writeRecordedTarget(directory: string, target: RecordedTarget): void {
  const document = { schema, suite: suiteVersion, target } as const;
  writeDocument(directory, path, withDigest(document));
}

/** Throws RecordingProblem for a folder whose recordings cannot be replayed by this suite. */
export function readRecordedTarget(directory: string): RecordedTarget {
  const document = readDocumentWithDigest<TargetDocument>(directory, path, schema);
  if (document === null) throw new RecordingProblem(path, 'is missing: there is nothing to replay; "record" writes it');
  requireThisSuite(path, document.suite);
  return document.target;
}
