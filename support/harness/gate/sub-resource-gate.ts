import type { Credentials } from '../../client/credentials.ts';
import { readErrorDocument } from '../../client/error-document.ts';
import type { Answer } from '../../client/exchange.ts';
import type { OssRequest } from '../../client/request.ts';
import type { Redactor } from '../evidence/redaction.ts';
import { showExchange } from '../evidence/shown-exchange.ts';
import { onceKnown } from '../conversation/new-bucket.ts';
import { describeAnswerTo } from '../conversation/store-answer.ts';
import { unansweredInWords, type Conversation } from '../conversation/conversation.ts';
import { Blocked, Inconclusive, Nonconformance, Unsupported, type BrokenInstrument } from '../verdict/finding.ts';
import { isAnswerOf, type SubResource } from './sub-resource.ts';

/**
 * Whether the store knows a sub-resource at all. Some stores ignore sub-resources: they answer a PUT by creating a
 * bucket, a GET with the list of objects and a DELETE by deleting the bucket (facts.md 12.2, ENV-27). So before any PUT
 * or DELETE of a sub-resource, a GET on a fresh bucket must be answered as that sub-resource is answered.
 */
export type SubResourceGate =
  | { readonly name: string; readonly isOpen: true }
  | { readonly name: string; readonly isOpen: false; readonly instrument: BrokenInstrument }
  /** The target declares that it lacks the sub-resource, so no request is sent. */
  | { readonly name: string; readonly isOpen: false; readonly instrument: null };

/**
 * Reads the sub-resource of a fresh bucket. Throws Inconclusive if the environment is at fault, for example if the
 * owner's keys may create buckets but not read this sub-resource.
 */
export async function tryGate(
  subResource: SubResource,
  conversation: Conversation,
  owner: Credentials,
  freshBucket: string,
  redactor: Redactor,
  patienceMs = 0,
): Promise<SubResourceGate> {
  const { name, gate, reading } = subResource;
  const since = conversation.exchanges.length;
  const closed = (clause: string, got: string): SubResourceGate => {
    const exchanges = conversation.exchanges.slice(since).map((exchange) => showExchange(exchange, redactor));
    return {
      name,
      isOpen: false,
      instrument: { name: `GET ?${name}`, clause, expected: expectedOf(name), got, exchanges },
    };
  };
  try {
    const request: OssRequest = { method: 'GET', bucket: freshBucket, query: [[name]], headers: [] };
    const { answer } = await onceKnown(() => conversation.ask(request, owner), patienceMs);
    if (isForbidden(answer))
      throw new Inconclusive(`the owner may not read ?${name} of his own bucket (403 AccessDenied); see --plan`);
    if (isAnswerOf(subResource, answer)) return { name, isOpen: true };
    return closed(answer.status < 300 ? gate : reading, describeAnswerTo(request, answer));
  } catch (error) {
    if (!(error instanceof Nonconformance)) throw error;
    return closed(reading, unansweredInWords(error));
  }
}

/**
 * Throws, like `requireOpen`, for a request that names a closed sub-resource. Throws an Error for a PUT or DELETE on a
 * bucket whose sub-resource has no gate: a store that ignores it would create or delete the bucket.
 */
export function requireOpenGate(gates: readonly SubResourceGate[], { method, bucket, key, query }: OssRequest): void {
  const named = gates.filter(({ name }) => query.some(([parameter]) => parameter === name));
  for (const gate of named) requireOpen(gate);
  const isOnBucket = bucket !== undefined && key === undefined && query.length > 0;
  const isWrite = method === 'PUT' || method === 'DELETE';
  if (isOnBucket && isWrite && named.length === 0)
    throw new Error(
      `${method} ?${query.map(([name]) => name).join('&')} is not sent: no clause file declares this sub-resource`,
    );
}

/** Throws Blocked for a sub-resource that the store does not know, Unsupported for one that it declares to lack. */
export function requireOpen(gate: SubResourceGate): void {
  if (gate.isOpen) return;
  if (gate.instrument === null) throw new Unsupported(`the target declares that it lacks ${gate.name}`);
  throw new Blocked(gate.instrument);
}

function isForbidden(answer: Answer): boolean {
  const reading = readErrorDocument(answer);
  return answer.status === 403 && 'error' in reading && reading.error.code === 'AccessDenied';
}

function expectedOf(name: string): string {
  const article = /^[aeiou]/u.test(name) ? 'an' : 'a';
  return `GET ?${name} on a new bucket to be answered as ${article} ${name} answer`;
}
