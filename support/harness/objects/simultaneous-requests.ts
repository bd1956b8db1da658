import type { OssRequest } from '../../client/request.ts';
import type { Reply } from '../conversation/conversation.ts';
import { RequestDraft } from '../conversation/request-draft.ts';
import { ScenarioObject } from './scenario-object.ts';
import type { OssWorld } from '../world/world.ts';

/**
 * Sends requests at once, each with the headers that the scenario drafted. The scenario judges the second-best answer:
 * if only one of them may succeed, it is a refusal.
 */
export async function askAtOnce(world: OssWorld, requests: readonly OssRequest[]): Promise<void> {
  world.part(ScenarioObject).again = null;
  const { draft } = world;
  world.draft = new RequestDraft();
  const replies = await Promise.all(requests.map((request) => world.look(draft.applyTo(request, null).request)));
  const [, runnerUp] = replies.toSorted((one, other) => one.answer.status - other.answer.status);
  if (runnerUp === undefined) throw new Error('a race needs two requests');
  const accepted = replies.filter(wasAccepted).length;
  world.observations.push(`${accepted} of ${replies.length} accepted`);
  world.judge(runnerUp);
}

function wasAccepted({ answer }: Reply): boolean {
  return answer.status >= 200 && answer.status < 300;
}
