import { describeAnswer } from '../harness/conversation/answer-words.ts';
import type { Conversation } from '../harness/conversation/conversation.ts';
import { onceKnown } from '../harness/conversation/new-bucket.ts';
import { getBucketInfo } from '../harness/conversation/requests.ts';
import { refusesV1 } from '../harness/conversation/store-answer.ts';
import { Inconclusive, Nonconformance } from '../harness/verdict/finding.ts';
import type { Session } from '../harness/world/session.ts';

/**
 * How the store refuses all V1 signatures, in words; `null` if it does not say so. Uses a new bucket, because the
 * service refuses V1 for new buckets too. A signature mismatch says nothing.
 */
export async function refusalOfV1(session: Session, conversation: Conversation): Promise<string | null> {
  const { limits, principals } = session.target;
  return session.onNewBucket(conversation, async (bucket) => {
    try {
      const ask = () => conversation.ask(getBucketInfo(bucket), principals.owner, { signature: 'v1' });
      const { answer } = await onceKnown(ask, limits.readAfterWriteMs);
      return refusesV1(answer) ? `${describeAnswer(answer)}, EC 0002-00000080` : null;
    } catch (error) {
      // The scenarios that sign by V1 meet the same problem, and can say more.
      if (error instanceof Inconclusive || error instanceof Nonconformance) return null;
      throw error;
    }
  });
}

/** What a run that signs by V1 says to such a store. */
export function closedToV1(endpoint: string, refusal: string): Inconclusive {
  return new Inconclusive(`${endpoint} refuses V1 signatures (${refusal}); run with --signature v4`);
}
