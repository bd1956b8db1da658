import type { Exchange } from '../../client/exchange.ts';
import { SecretWritings } from '../../harness/evidence/secret-writings.ts';
import type { PlayedScenario } from '../../harness/world/backend.ts';
import type { Target } from '../../harness/target/target.ts';
import type { RecordedTarget } from '../format/recorded-target.ts';
import { playBody } from '../format/recorded-body.ts';
import { writeRecording } from '../format/recording-file.ts';
import type { RecordedExchange, RecordedRequest, Recording } from '../format/recording.ts';
import { recordingPath } from '../format/scenario-name.ts';
import { sealedText } from '../format/sealed-file.ts';
import { recordedClock, secretsOf } from '../format/placeholder-credentials.ts';
import { suiteVersion } from '../format/suite-version.ts';
import { decoded } from '../format/url-readings.ts';

/** Puts recordings into a folder, and nothing that a target's owner would not show. */
export class Archive {
  readonly #directory: string;
  readonly #target: RecordedTarget;
  readonly #secrets: readonly SecretWritings[];

  constructor(directory: string, described: RecordedTarget, target: Target) {
    this.#directory = directory;
    this.#target = described;
    this.#secrets = writingsOf(secretsOf(target));
  }

  /** `heard` is what the recording was made of. Throws an Error where one of its secrets would be written. */
  keep(
    scenario: PlayedScenario,
    { exchanges, heard }: { readonly exchanges: readonly RecordedExchange[]; readonly heard: readonly Exchange[] },
  ): void {
    const recording = this.#recording(scenario, null, exchanges);
    const text = sealedText(recording);
    // A wrong signature that a scenario makes up is nobody's, and stands in its requests as it is.
    const madeUp = new Set(exchanges.flatMap(({ request }) => writtenSignatures(request)));
    const signatures = heard.flatMap(signaturesIn).filter((signature) => !madeUp.has(signature));
    for (const secret of [...this.#secrets, ...writingsOf(signatures)])
      if (secret.maskIn(text, '') !== text)
        throw new Error('its recording would hold a secret of the target, and was not written');
    writeRecording(this.#directory, recordingPath(scenario), recording);
  }

  keepUnplayable(scenario: PlayedScenario, reason: string): void {
    writeRecording(this.#directory, recordingPath(scenario), this.#recording(scenario, reason, []));
  }

  #recording(
    { feature, clause, name, steps }: PlayedScenario,
    unplayable: string | null,
    exchanges: readonly RecordedExchange[],
  ): Omit<Recording, 'digest'> {
    const { class: provenance, name: target, endpoint, region } = this.#target;
    return {
      schema: 'oss-conformance/recording/1',
      provenance: {
        class: provenance,
        target,
        endpoint,
        region,
        suite: suiteVersion,
        date: new Date().toISOString().slice(0, 10),
        clock: recordedClock.toISOString(),
      },
      scenario: { feature, clause, name, steps },
      unplayable,
      exchanges,
    };
  }
}

function writingsOf(secrets: readonly string[]): readonly SecretWritings[] {
  return secrets.map((secret) => new SecretWritings(secret));
}

/** By the trace; of a form, and of a URL that was signed before, by the places where signatures stand. */
function signaturesIn({ request, signature }: Exchange): readonly string[] {
  const traced = signature === null ? [] : [signature.signature, signature.signingKey ?? ''];
  return [...traced, ...signaturesInUrl(request.path), ...signaturesInForm(request.body)];
}

function writtenSignatures({ path, body }: RecordedRequest): readonly string[] {
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
