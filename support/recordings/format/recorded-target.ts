import type { Addressing, Capability, KeyedPrincipal, KmsKeys, SignatureVersion } from '../../harness/target/target.ts';
import { RecordingProblem } from './recording-problem.ts';
import { readSealed, writeSealed, type Sealed } from './sealed-file.ts';
import { requireThisSuite, suiteVersion } from './suite-version.ts';

/** What kind of keys a principal signs with: its own, or temporary ones with a security token. */
export type KeyKind = 'keys' | 'session';

/** The target of a folder of recordings; `target.json` in it. Whom it could ask is told, by which keys is not. */
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

interface TargetDocument extends Sealed<typeof schema> {
  readonly suite: string;
  readonly target: RecordedTarget;
}

const schema = 'oss-conformance/recorded-target/1';
const path = 'target.json';

export function writeRecordedTarget(directory: string, target: RecordedTarget): void {
  writeSealed(directory, path, { schema, suite: suiteVersion, target });
}

/** Throws RecordingProblem for a folder whose recordings cannot be replayed by this suite. */
export function readRecordedTarget(directory: string): RecordedTarget {
  const document = readSealed<TargetDocument>(directory, path, schema);
  if (document === null) throw new RecordingProblem(path, 'is missing: there is nothing to replay; "record" makes it');
  requireThisSuite(path, document.suite);
  return document.target;
}
