import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from 'undici';
import type { Answer, FaultKind, FaultPhase } from '../../client/exchange.ts';
import { defaultLimits } from '../../client/limits.ts';
import type { WireRequest } from '../../client/request.ts';
import { sendOver, UnsendableRequest, type Outcome } from '../../client/wire.ts';
import { deliver, refuse, requestIn } from './undici-dispatch.ts';
import { playOutcome, recordExchange } from '../format/recorded-exchange.ts';

const request: WireRequest = {
  origin: 'http://store.example',
  method: 'PUT',
  path: '/b/?encryption',
  headers: [
    ['Host', 'store.example'],
    ['Content-Length', '2'],
    ['X-Twice', 'a'],
    ['X-Twice', 'b'],
  ],
  body: Buffer.from('ab'),
};

const answer: Answer = {
  status: 404,
  headers: [
    ['Set-Cookie', 'a'],
    ['x-lower', 'é'],
    ['Set-Cookie', 'b'],
  ],
  body: Buffer.from('<Error/>'),
};

/** What the client reports of a recorded exchange. */
function replayed(outcome: Outcome): Promise<Outcome> {
  const recorded = recordExchange(request, outcome, []);
  const played = playOutcome(recorded, request.origin, []);
  const wire = new Agent().compose(() => (_options, handler) => deliver(played, handler));
  return sendOver(wire, request, defaultLimits);
}

test('an answer is delivered with its raw headers and every byte', async () => {
  const outcome = await replayed({ answer });
  assert.deepEqual('answer' in outcome && { ...outcome.answer, body: Buffer.from(outcome.answer.body) }, answer);
});

const faults: readonly (readonly [kind: FaultKind, phase: FaultPhase, partial: Answer | null])[] = [
  ['dns', 'connect', null],
  ['refused', 'connect', null],
  ['tls', 'connect', null],
  ['timeout', 'connect', null],
  ['reset', 'headers', null],
  ['timeout', 'headers', null],
  ['malformed', 'headers', null],
  ['too-large', 'headers', null],
  ['reset', 'body', answer],
  ['timeout', 'body', answer],
  ['too-large', 'body', answer],
];

for (const [kind, phase, partial] of faults)
  test(`the fault "${kind}" is delivered in the phase "${phase}"`, async () => {
    const outcome = await replayed({ fault: { kind, phase, message: 'live' }, partial });
    assert.ok('fault' in outcome);
    assert.deepEqual([outcome.fault.kind, outcome.fault.phase], [kind, phase]);
    assert.deepEqual(outcome.partial?.headers, partial?.headers);
  });

test('a request that is refused fails at once', async () => {
  const wire = new Agent().compose(() => (_options, handler) => refuse(handler));
  await assert.rejects(sendOver(wire, request, defaultLimits), UnsendableRequest);
});

test('a request reaches the wire with its raw headers and its bytes', async () => {
  const seen: WireRequest[] = [];
  const wire = new Agent().compose(() => (options, handler) => {
    seen.push(requestIn(options));
    return deliver({ answer }, handler);
  });
  await sendOver(wire, request, defaultLimits);
  assert.deepEqual(seen, [request]);
});
