import { Ajv } from 'ajv';
import type { Recording } from './recording.ts';

/**
 * The form of a recording. A digest shows that a recording was not edited; it does not show that it is a recording,
 * because an editor can compute a digest, too.
 */
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const lines = { type: 'array', items: text } as const;

function record(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    additionalProperties: false,
    properties: { ...required, ...optional },
  };
}

const headers = { type: 'array', items: { type: 'string', pattern: '^[^:]*:' } } as const;
const body = {
  anyOf: [
    record({ text: lines }),
    record({ hex: lines }),
    record({ bytes: count, sha256: text }),
    record({ sentBy: count, from: count, bytes: count }),
  ],
};
const request = record(
  { method: text, path: text, headers },
  { body, framing: { enum: ['as-is', 'cut-short', 'late-end'] } },
);
const answer = record({ status: { type: 'integer', minimum: 100, maximum: 999 }, headers }, { body });
const fault = record(
  {
    kind: { enum: ['dns', 'refused', 'tls', 'reset', 'timeout', 'too-large', 'malformed'] },
    phase: { enum: ['connect', 'headers', 'body'] },
  },
  { partial: answer },
);

const provenance = record({
  class: { enum: ['live', 'reference'] },
  target: text,
  endpoint: text,
  region: text,
  suite: text,
  clock: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T' },
});
const scenario = record({
  title: text,
  steps: text,
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  digest: text,
  unplayable: { type: ['string', 'null'] },
  exchanges: { type: 'array', items: record({ request }, { answer, fault }) },
});

const isRecordingDocument = new Ajv().compile<Recording>(
  record({ schema: text, clause: text, provenance, scenarios: { type: 'array', items: scenario } }),
);

/** Where and why a document is no recording, in words; `null` for one that is. */
export function formFaultOf(document: unknown): string | null {
  if (isRecordingDocument(document)) return null;
  const [error] = isRecordingDocument.errors ?? [];
  return error === undefined ? 'it is none' : `${error.instancePath || 'the document'} ${error.message ?? 'is wrong'}`;
}
