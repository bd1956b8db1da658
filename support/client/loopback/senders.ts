import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { StoreAgent } from '../agent.ts';
import type { Answer, FaultKind, FaultPhase } from '../exchange.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { sendAsIs } from '../raw-socket.ts';
import type { WireRequest } from '../request.ts';
import { sendOver, type Outcome } from '../wire.ts';

/** Short only for the deadline that a test waits for; the others are long, so that a busy machine does not matter. */
export const patient: Limits = { ...defaultLimits, connectMs: 20_000, answerMs: 20_000, idleMs: 20_000 };

/** A deadline, in milliseconds, that a test waits for. */
export const soon = 150;

/** Both ways to send, which must judge a store alike. */
export const senders: Readonly<
  Record<'over undici' | 'byte for byte', (t: TestContext, request: WireRequest, limits: Limits) => Promise<Outcome>>
> = {
  'over undici': (t, request, limits) => sendOver(agentOf(t, limits), request, limits),
  'byte for byte': (_t, request, limits) => sendAsIs({ ...request, framing: 'as-is' }, limits),
};

/** An agent that closes with the test. */
export function agentOf(t: TestContext, limits: Limits = patient): StoreAgent {
  const agent = new StoreAgent(limits);
  t.after(() => agent.destroy());
  return agent;
}

export function get(origin: string, method = 'GET'): WireRequest {
  return { origin, method, path: '/b/?encryption', headers: [['Host', 'store.test']], body: null };
}

export function answerOf(outcome: Outcome): Answer {
  assert.ok('answer' in outcome, 'fault' in outcome ? outcome.fault.message : '');
  return outcome.answer;
}

/** For faults that leave no answer at all. */
export async function assertFault(outcome: Promise<Outcome>, kind: FaultKind, phase: FaultPhase): Promise<void> {
  const result = await outcome;
  assert.ok('fault' in result, 'it was taken for an answer');
  assert.deepEqual([result.fault.kind, result.fault.phase], [kind, phase], result.fault.message);
  assert.equal(result.partial, null);
}
