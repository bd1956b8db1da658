import { PickleStepType } from '@cucumber/messages';
import type { Verdict } from '../../harness/verdict/verdict.ts';
import type { Deviation } from '../../reference-store/deviation.ts';
import type { Answer } from '../../reference-store/http/answer.ts';
import type { Call } from '../../reference-store/pipeline/call.ts';
import type { ScenarioListener } from '../../run/scenario-collector.ts';

/** A part of an answer. The document of an error belongs to the body, also where a header carries it, as for HEAD. */
export type Part = 'status' | 'headers' | 'body';

/** What is wrong with an answer. */
export interface Withholding {
  readonly without: readonly Part[];
  /** In place of the right one; only where the status is withheld. */
  readonly status?: number;
}

/**
 * Which answers: those to the requests that a scenario judges, or those to what its Then steps ask for themselves. What
 * prepares a scenario is answered completely.
 */
export type Stage = 'answer' | 'reading';

/** The reference store, which withholds parts of its answers at one stage. It has to hear of every step. */
export class WithholdingStore implements ScenarioListener, Pick<Deviation, 'deviate'> {
  readonly #stage: Stage;
  readonly #withholding: Withholding;
  /** By `FEATURE:LINE`. */
  readonly verdicts = new Map<string, Verdict>();
  #place = '';
  #step: PickleStepType | null = null;
  /** A Then step may repeat a request until the store shows what was written. */
  readonly #judged = new Set<string>();

  constructor(stage: Stage, withholding: Withholding) {
    this.#stage = stage;
    this.#withholding = withholding;
  }

  scenarioStarted(feature: string, line: number): void {
    this.#place = `${feature}:${line}`;
    this.#step = null;
    this.#judged.clear();
  }

  stepStarted(type: PickleStepType | null): void {
    this.#step = type;
  }

  scenarioFinished(verdict: Verdict): void {
    this.#step = null;
    this.verdicts.set(this.#place, verdict);
  }

  deviate = (): ReturnType<Deviation['deviate']> => ({
    answer: (answer, call) => (this.#stageOf(call) === this.#stage ? withheld(answer, this.#withholding) : answer),
  });

  /** A bucket is created before the scenario that uses it, and removed after it, unless the scenario judges just that. */
  #stageOf({ operation, address, request: { method, query } }: Call): Stage | null {
    const isOfBucket = operation?.name === 'PutBucket' || operation?.name === 'DeleteBucket';
    if (isOfBucket && this.#step !== PickleStepType.ACTION) return null;
    // An upload is repeated under another name.
    const isReading = method === 'GET' || method === 'HEAD';
    const request = JSON.stringify([operation?.name, isReading ? [address, query] : null]);
    if (this.#step === PickleStepType.ACTION) this.#judged.add(request);
    if (this.#judged.has(request)) return 'answer';
    return this.#step === PickleStepType.OUTCOME ? 'reading' : null;
  }
}

/** They belong to the connection, not to the answer. */
const framing: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding', 'connection']);

function withheld(answer: Answer, { without, status }: Withholding): Answer {
  const lacksBody = without.includes('body');
  if (lacksBody) void drain(answer.body);
  return {
    ...answer,
    status: status ?? answer.status,
    headers: answer.headers.filter(([name]) => isLeft(name.toLowerCase(), without)),
    body: lacksBody ? null : answer.body,
  };
}

function isLeft(header: string, without: readonly Part[]): boolean {
  if (without.includes('body') && (header === 'x-oss-err' || framing.has(header))) return false;
  return !without.includes('headers') || framing.has(header);
}

/** A body that is not read to its end keeps its file open. */
async function drain(body: Answer['body']): Promise<void> {
  if (body === null || body instanceof Uint8Array) return;
  for await (const chunk of body) body.release?.(chunk);
}
