import { fileURLToPath } from 'node:url';
import type { Exchange } from '../../client/exchange.ts';
import { readDocumentWithDigest, type DocumentWithDigest } from './document.ts';
import { playAnswer, playRequest } from './recorded-exchange.ts';
import type { RecordedAnswer, RecordedRequest } from './recording.ts';

/** An exchange that was not recorded: documentation prints or describes it, or the tests of an SDK contain it. */
export interface DocumentedRecording extends DocumentWithDigest<typeof schema> {
  readonly provenance: {
    readonly class: 'documented';
    /** Page and section, or SDK and test. */
    readonly page: string;
    readonly url: string | null;
    /** What it says, verbatim. */
    readonly sentence: string;
    /** What it does not say, and was added to complete the exchange; `null` if nothing was. */
    readonly added: string | null;
    readonly endpoint: string;
    readonly region: string;
    /** The version of the suite in which it was added, and the day. */
    readonly suite: string;
    readonly date: string;
  };
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer;
}

const schema = 'oss-conformance/documented-recording/1';
const directory = fileURLToPath(new URL('../documented', import.meta.url));

/** Reads the documented exchange of that name. Throws an Error if there is none. */
export function documentedExchange(name: string): Exchange {
  const recording = readDocumentWithDigest<DocumentedRecording>(directory, `${name.replaceAll(' ', '-')}.json`, schema);
  if (recording === null) throw new Error(`there is no documented answer "${name}"`);
  const { provenance, request, answer } = recording;
  return {
    request: playRequest(request, provenance.endpoint),
    // Documentation masks its signatures.
    signature: null,
    outcome: { answer: playAnswer(answer, []) },
    startedAt: Date.parse(provenance.date),
    durationMs: 0,
  };
}
