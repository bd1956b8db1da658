import type { Deviation } from '../deviation.ts';
import type { Answer } from '../http/answer.ts';
import type { Call } from '../pipeline/call.ts';

/**
 * The reference store, whose answers lack what scenarios look for: what was not seen must never be conformant. The probes
 * at the start of a run see the unchanged store, and so do requests about no bucket.
 */
export type SilentAnswers = Pick<Deviation, 'deviate'>;

const framing: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding', 'connection']);

/** Sends no header but those of the connection. */
export const withoutHeaders = silenced((answer) => ({
  ...answer,
  headers: answer.headers.filter(([name]) => framing.has(name.toLowerCase())),
}));

/** Sends no body. */
export const withoutBodies = silenced(withoutBody);

/** Says 200 to everything, and no more. */
export const withNothingButSuccess = silenced((answer) => ({ ...withoutBody(answer), status: 200 }));

function withoutBody(answer: Answer): Answer {
  return { ...answer, headers: answer.headers.filter(([name]) => !framing.has(name.toLowerCase())), body: null };
}

function silenced(change: (answer: Answer) => Answer): SilentAnswers {
  return { deviate: () => ({ answer: (answer, call) => (isOfScenario(call) ? change(answer) : answer) }) };
}

/** Buckets of the probes have `gate` in their names. */
function isOfScenario({ address }: Call): boolean {
  return address !== null && address.scope !== 'service' && !address.bucket.includes('-gate-');
}
