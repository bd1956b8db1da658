import type { Credentials } from '../../client/credentials.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { speaksOfEncryption } from './encryption-rule.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import { getBucketEncryption } from '../conversation/requests.ts';

/**
 * Whether the store knows the sub-resource `?encryption` at all. Stores exist that ignore it: they answer a PUT with
 * a new bucket, a GET with the list of objects and a DELETE by deleting the bucket (facts.md 12.2, ENV-27). So before
 * any PUT or DELETE of it, a GET on a fresh bucket must have been answered as an encryption answer.
 */
export type EncryptionGate =
  | { readonly open: true }
  | { readonly open: false; readonly expected: string; readonly got: string };

const expected = 'GET ?encryption on a new bucket to be answered as an encryption answer';

/**
 * Asks a fresh bucket for its rule. Throws Inconclusive where the environment is at fault; so it is where the owner's
 * keys are those of somebody who may make buckets and not read their rules.
 */
export async function tryEncryptionGate(
  conversation: Conversation,
  owner: Credentials,
  freshBucket: string,
): Promise<EncryptionGate> {
  try {
    const { answer } = await conversation.ask(getBucketEncryption(freshBucket), owner);
    if (isForbidden(answer))
      throw new Inconclusive('the owner may not read the rule of a bucket of his own (403 AccessDenied); see --plan');
    return speaksOfEncryption(answer) ? { open: true } : { open: false, expected, got: describeAnswer(answer) };
  } catch (error) {
    if (!(error instanceof Nonconformance)) throw error;
    return { open: false, expected, got: error.message.replace(/^expected an answer, got /u, '') };
  }
}

function isForbidden(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return answer.status === 403 && 'error' in reading && reading.error.code === 'AccessDenied';
}

/** Throws the gate's one reason for any request that names the sub-resource where the gate is closed. */
export function passEncryptionGate(gate: EncryptionGate, { query }: OssRequest): void {
  if (gate.open || !query.some(([name]) => name === 'encryption')) return;
  throw new Nonconformance(gate.expected, `${gate.got}: the store does not know the sub-resource`);
}
