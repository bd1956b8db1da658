import { fileURLToPath } from 'node:url';
import type { Exchange } from '../../client/exchange.ts';
import { playAnswer, playRequest } from './recorded-exchange.ts';
import type { RecordedAnswer, RecordedRequest } from './recording.ts';
import { readSealed, type Sealed } from './sealed-file.ts';

/** An exchange that nobody recorded: documentation prints it, or says it in a sentence, or an SDK's tests hold it ready. */
export interface DocumentedRecording extends Sealed<typeof schema> {
  readonly provenance: {
    readonly class: 'documented';
    /** Page and section, or SDK and test. */
    readonly page: string;
    readonly url: string | null;
    /** What is said there, to the letter. */
    readonly sentence: string;
    /** What is not said there, and was added to make an exchange of it; `null` where nothing was. */
    readonly added: string | null;
    readonly endpoint: string;
    readonly region: string;
    /** The version of the suite that wrote it down, and the day. */
    readonly suite: string;
    readonly date: string;
  };
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer;
}

const schema = 'oss-conformance/documented-recording/1';
const directory = fileURLToPath(new URL('../documented', import.meta.url));

/** Reads the one of that name. Throws an Error where there is none. */
export function documentedExchange(name: string): Exchange {
  const recording = readSealed<DocumentedRecording>(directory, `${name.replaceAll(' ', '-')}.json`, schema);
  if (recording === null) throw new Error(`there is no documented answer "${name}"`);
  const { provenance, request, answer } = recording;
  return {
    request: playRequest(request, provenance.endpoint),
    // What documentation prints is masked.
    signature: null,
    outcome: { answer: playAnswer(answer, []) },
    startedAt: Date.parse(provenance.date),
    durationMs: 0,
  };
}
