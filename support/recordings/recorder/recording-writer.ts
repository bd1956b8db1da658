import { createHash } from 'node:crypto';
import { dirname, join, parse } from 'node:path';
import type { Exchange } from '../../client/exchange.ts';
import { SecretWritings } from '../../harness/evidence/secret-writings.ts';
import type { Target } from '../../harness/target/target.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import { documentText, suiteVersion, writeDocument } from '../format/document.ts';
import { recordedClock, secretsOf } from '../format/placeholder-credentials.ts';
import { playBody } from '../format/recorded-body.ts';
import type { RecordedTarget } from '../format/recorded-target.ts';
import { recordingSchema, scenarioWithDigest } from '../format/recording-file.ts';
import { recordingPath } from '../format/recording-folder.ts';
import type { Provenance, RecordedExchange, RecordedRequest, Recording } from '../format/recording.ts';
import { unmergedIn } from './recording-merge.ts';
import { decoded } from './request-differences.ts';

/**
 * Writes what scenarios recorded, each to its own file that is merged when the run ends: several workers may
 * record scenarios of one clause. Writes no secret of the target.
 */
export class RecordingWriter {
  readonly #directory: string;
  readonly #provenance: Provenance;
  readonly #secrets: readonly SecretWritings[];

  constructor(directory: string, described: RecordedTarget, target: Target) {
    const { class: provenance, name, endpoint, region } = described;
    const clock = recordedClock.toISOString();
    this.#directory = unmergedIn(directory);
    this.#provenance = { class: provenance, target: name, endpoint, region, suite: suiteVersion, clock };
    this.#secrets = writingsOf(secretsOf(target));
  }

  /** `live` are the exchanges that were recorded. Throws an Error if one of their secrets would be written. */
  write(scenario: PlayedScenario, exchanges: readonly RecordedExchange[], live: readonly Exchange[]): void {
    const recording = this.#recording(scenario, null, exchanges);
    const text = documentText(recording);
    // A wrong signature that a scenario invents is no secret, and is in its recorded requests unchanged.
    const invented = new Set(exchanges.flatMap(({ request }) => recordedSignatures(request)));
    const signatures = live.flatMap(signaturesIn).filter((signature) => !invented.has(signature));
    for (const secret of [...this.#secrets, ...writingsOf(signatures)])
      if (secret.maskIn(text, '') !== text)
        throw new Error('its recording would hold a secret of the target, and was not written');
    this.#write(scenario, recording);
  }

  writeUnplayable(scenario: PlayedScenario, reason: string): void {
    this.#write(scenario, this.#recording(scenario, reason, []));
  }

  #write(scenario: PlayedScenario, recording: Recording): void {
    const { name } = parse(recordingPath(scenario));
    const title = createHash('sha256').update(scenario.name).digest('hex');
    writeDocument(this.#directory, join(dirname(recordingPath(scenario)), `${name}-${title}.json`), recording);
  }

  #recording(
    { clause, name: title, steps }: PlayedScenario,
    unplayable: string | null,
    exchanges: readonly RecordedExchange[],
  ): Recording {
    const head = { schema: recordingSchema, clause, provenance: this.#provenance } as const;
    const date = new Date().toISOString().slice(0, 10);
    return { ...head, scenarios: [scenarioWithDigest(head, { title, steps, date, unplayable, exchanges })] };
  }
}

function writingsOf(secrets: readonly string[]): readonly SecretWritings[] {
  return secrets.map((secret) => new SecretWritings(secret));
}

/** From the trace; of a form, or of a URL that was signed earlier, from where a signature is in it. */
function signaturesIn({ request, signature }: Exchange): readonly string[] {
  const traced = signature === null ? [] : [signature.signature, signature.signingKey ?? ''];
  return [...traced, ...signaturesInUrl(request.path), ...signaturesInForm(request.body)];
}

function recordedSignatures({ path, body }: RecordedRequest): readonly string[] {
  const form = body === undefined || 'sha256' in body ? null : playBody(body, []);
  return [...signaturesInUrl(path), ...signaturesInForm(form)];
}

function signaturesInForm(body: Uint8Array | null): readonly string[] {
  if (body === null) return [];
  const fields = Buffer.from(body)
    .toString('latin1')
    .matchAll(/name="(?:x-oss-)?signature"\r\n\r\n([^\r\n]+)/giu);
  return [...fields].map(([, value = '']) => value);
}

function signaturesInUrl(path: string): readonly string[] {
  const written = [...path.matchAll(/[?&](?:x-oss-)?signature=([^&]+)/giu)].map(([, value = '']) => value);
  return [...written, ...written.map(decoded)];
}
