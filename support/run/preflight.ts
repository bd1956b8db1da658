import type { OssClient } from '../client/client.ts';
import type { Credentials } from '../client/credentials.ts';
import { readErrorDocument } from '../client/error-document.ts';
import type { Answer } from '../client/exchange.ts';
import { Inconclusive } from '../harness/verdict/finding.ts';
import { listBuckets } from '../harness/conversation/requests.ts';
import { clientOf } from '../harness/world/session.ts';
import {
  describeAnswerTo,
  isAnswerToListBuckets,
  refusesKeys,
  refusesV1,
} from '../harness/conversation/store-answer.ts';
import type { Target } from '../harness/target/target.ts';
import { closedToV1 } from './v1-probe.ts';

/** A run that cannot begin must say so within ten seconds. */
const patienceMs = 4_000;

/**
 * Sends the target one harmless request before anything is created. Throws Inconclusive, in one line, if nothing
 * answers, if what answers is no object store, or if it refuses the owner's keys, signature or clock.
 */
export async function probe(target: Target): Promise<void> {
  const limits = {
    ...target.limits,
    connectMs: Math.min(target.limits.connectMs, patienceMs),
    answerMs: Math.min(target.limits.answerMs, patienceMs),
    idleMs: Math.min(target.limits.idleMs, patienceMs),
  };
  const client = clientOf({ ...target, limits });
  try {
    requireObjectStore(await firstAnswer(client, target), target);
  } finally {
    await client.close();
  }
}

async function firstAnswer(client: OssClient, { principals }: Target): Promise<Answer> {
  const { outcome } = await client.send(listBuckets(1), principals.owner);
  if ('answer' in outcome) return outcome.answer;
  throw new Inconclusive(`there is no store to judge: ListBuckets got no answer: ${outcome.fault.message}`);
}

function requireObjectStore(answer: Answer, { endpoint, region, signature, principals }: Target): void {
  const words = describeAnswerTo(listBuckets(1), answer);
  if (codeOf(answer) === 'RequestTimeTooSkewed')
    throw new Inconclusive(
      `${endpoint} refuses the time of the request (${words}); set the clock of this machine, or that of the store`,
    );
  if (refusesV1(answer)) throw closedToV1(endpoint, `${words}, EC 0002-00000080`);
  if (refusesKeys(answer) && isTemporaryKeyAlone(principals.owner))
    throw new Inconclusive(
      `${endpoint} refuses the owner's keys (${words}); an access key id that starts with "STS." is temporary: give its token too, as OSS_SESSION_TOKEN or as "securityToken" in the target file`,
    );
  if (refusesKeys(answer))
    throw new Inconclusive(
      `${endpoint} refuses the owner's keys (${words}); check access key id and secret, and that the store takes ${signature} signatures for the region ${region}`,
    );
  if (!isAnswerToListBuckets(answer))
    throw new Inconclusive(`${endpoint} answers, but not as an object store does: ListBuckets was answered ${words}`);
  // In such a simple request, only the signature can be wrong (AUTH-29).
  if (answer.status === 400)
    throw new Inconclusive(
      `${endpoint} refuses ListBuckets (${words}); check that it takes ${signature} signatures, and that its region is ${region}`,
    );
}

/** STS issues every such key with a token, and no key without one is valid (AUTH-33). */
function isTemporaryKeyAlone({ accessKeyId, securityToken }: Credentials): boolean {
  return accessKeyId.startsWith('STS.') && securityToken === undefined;
}

function codeOf(answer: Answer): string | null {
  const reading = readErrorDocument(answer);
  return 'error' in reading ? reading.error.code : null;
}
