import type { Answer } from '../../client/exchange.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { getObject, headObject, type ObjectAddress } from '../objects/object-requests.ts';
import { Inconclusive } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { objectHead } from './instruments.ts';

/** Whether an object is there, and the answer that says so, in words. */
export interface ObjectSight {
  readonly isThere: boolean;
  readonly words: string;
}

/**
 * Looks for an object by HEAD, or by GET where HEAD does not work on this store or says neither yes nor no. Throws Blocked
 * where GET does not work either, Inconclusive for answers that do not say whether the object is there.
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
  if (answer.status !== 200 && answer.status !== 404) return null;
  return { isThere: answer.status === 200, words: describeAnswer(answer) };
}
