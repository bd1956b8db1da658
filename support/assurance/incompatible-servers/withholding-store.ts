import { PickleStepType } from '@cucumber/messages';
import type { Deviation } from '../../reference-store/deviation.ts';
import type { Answer } from '../../reference-store/http/answer.ts';
import type { Call } from '../../reference-store/pipeline/call.ts';
import type { ScenarioListener } from '../../run/scenario-collector.ts';

/** A part of an answer. The document of an error may be in a header, in answers to HEAD. */
export type Part = 'headers' | 'body';

/** What is left of an answer. */
export interface Withholding {
  readonly without: readonly Part[];
  /** `null` for the right one. */
  readonly status: number | null;
}

/**
 * Which answers: those to the requests that a scenario judges, or those to what its Then steps ask for themselves. What
 * prepares a scenario is answered whole.
 */
export type Stage = 'answer' | 'reading';

const stages: Readonly<Record<Stage, PickleStepType>> = {
  answer: PickleStepType.ACTION,
  reading: PickleStepType.OUTCOME,
};

/** The reference store, which withholds parts of its answers in one kind of step. It has to hear of every step. */
export class WithholdingStore implements ScenarioListener, Pick<Deviation, 'deviate'> {
  readonly #when: PickleStepType;
  readonly #withholding: Withholding;
  #underway: PickleStepType | null = null;

  constructor(stage: Stage, withholding: Withholding) {
    this.#when = stages[stage];
    this.#withholding = withholding;
  }

  scenarioStarted(): void {
    this.#underway = null;
  }

  stepStarted(type: PickleStepType | null): void {
    this.#underway = type;
  }

  scenarioFinished(): void {
    this.#underway = null;
  }

  deviate = (): ReturnType<Deviation['deviate']> => ({
    answer: (answer, call) => (this.#isAffected(call) ? withheld(answer, this.#withholding) : answer),
  });

  /** Buckets are created ahead of the scenario that uses them. */
  #isAffected({ operation }: Call): boolean {
    return this.#underway === this.#when && operation?.name !== 'PutBucket' && operation?.name !== 'DeleteBucket';
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
