import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { getObject, headObject, type ObjectAddress } from '../objects/object-requests.ts';
import { Inconclusive } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { objectHead } from './instruments.ts';

/** Whether an object exists, and the answer that shows it, in words. */
export interface ObjectSight {
  readonly isThere: boolean;
  readonly words: string;
}

/**
 * Looks for an object by HEAD, or by GET if HEAD does not work on this store or is unclear. Throws Blocked if GET does
 * not work either, Inconclusive if the answers do not say whether the object exists.
 */
export async function lookForObject(world: OssWorld, address: ObjectAddress): Promise<ObjectSight> {
  if (world.session.works(objectHead)) {
    const seen = sightOf((await world.look(headObject(address))).answer);
    if (seen !== null) return seen;
  }
  const { answer } = await world.look(getObject(address));
  const seen = sightOf(answer);
  if (seen === null)
    throw new Inconclusive(`it cannot be seen whether the object is there: GET was answered ${describeAnswer(answer)}`);
  return seen;
}

function sightOf(answer: Answer): ObjectSight | null {
  const { status } = answer;
  if (status !== 200 && status !== 404 && !refusesName(answer)) return null;
  return { isThere: status === 200, words: describeAnswer(answer) };
}

/** A name that the store refuses is the name of no object (KEY-01, KEY-02). */
function refusesName(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return answer.status === 400 && 'error' in reading && reading.error.code === 'InvalidObjectName';
}
