import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Dispatcher } from 'undici';
import { startScriptedServer } from './loopback/scripted-server.ts';
import { ok, says } from './loopback/scripts.ts';
import { agentOf, answerOf, assertFault, get, patient, soon } from './loopback/senders.ts';
import type { WireRequest } from './request.ts';
import { sendOver, UnsendableRequest } from './wire.ts';

describe('over undici, a wire', { timeout: 60_000 }, () => {
  test('takes an unasked 100 for a fault of HTTP', async (t) => {
    const { origin } = await startScriptedServer(
      t,
      says(`HTTP/1.1 100 Continue\r\n\r\n${ok}Content-Length: 0\r\n\r\n`),
    );
    await assertFault(sendOver(agentOf(t), get(origin), patient), 'malformed', 'headers');
  });

  test('keeps connections for the requests that follow', async (t) => {
    const server = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const agent = agentOf(t);
    for (let round = 0; round < 20; round += 1) answerOf(await sendOver(agent, get(server.origin), patient));
    assert.ok(server.received.length < 5, `${server.received.length} connections`);
  });

  test('is not led astray by what followed the answer before', async (t) => {
    const server = await startScriptedServer(
      t,
      says(`${ok}Content-Length: 3\r\n\r\nabc${ok}Content-Length: 4\r\n\r\nevil`),
    );
    const agent = agentOf(t);
    for (let round = 0; round < 3; round += 1)
      assert.equal(Buffer.from(answerOf(await sendOver(agent, get(server.origin), patient)).body).toString(), 'abc');
  });

  test('writes the path unchanged, and header names and values in their order', async (t) => {
    const server = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const request: WireRequest = {
      origin: server.origin,
      method: 'PUT',
      path: '/b/a/../%2E%2e//c%2F?x=%20&y',
      headers: [
        ['Host', 'b.store.test'],
        ['x-B', '2'],
        ['X-a', '\xe9'],
        ['x-b', '3'],
      ],
      body: Buffer.from('abc'),
    };
    answerOf(await sendOver(agentOf(t), request, patient));
    const [received = Buffer.alloc(0)] = server.received;
    assert.equal(
      received.toString('latin1'),
      'PUT /b/a/../%2E%2e//c%2F?x=%20&y HTTP/1.1\r\nhost: b.store.test\r\nconnection: keep-alive\r\n' +
        'x-B: 2\r\nX-a: \xe9\r\nx-b: 3\r\ncontent-length: 3\r\n\r\nabc',
    );
  });

  const unsendable: readonly (readonly [title: string, parts: Partial<WireRequest>])[] = [
    ['a space in the path', { path: '/a b' }],
    ['Expect', { headers: [['Expect', '100-continue']] }],
    ['a length that lies', { headers: [['Content-Length', '5']], body: Buffer.from('abc') }],
    [
      'two lengths',
      {
        headers: [
          ['Content-Length', '3'],
          ['Content-Length', '3'],
        ],
        body: Buffer.from('abc'),
      },
    ],
    ['a line feed in a header', { headers: [['Authorization', 'OSS ak:secret\nx: y']] }],
  ];
  for (const [title, parts] of unsendable)
    test(`refuses to send ${title}, and says what to do`, async (t) => {
      const { origin } = await startScriptedServer(t, says(`${ok}\r\n`));
      await assert.rejects(sendOver(agentOf(t), { ...get(origin), ...parts }, patient), (error) => {
        assert.ok(error instanceof UnsendableRequest);
        assert.match(error.message, /^GET cannot be sent through undici \([^()]+\); send it with framing 'as-is'\.$/);
        return true;
      });
    });

  test('gives the connection up after a fault', async (t) => {
    const gone = Promise.withResolvers<void>();
    const { origin } = await startScriptedServer(t, (socket) => socket.once('end', () => gone.resolve()));
    const limits = { ...patient, answerMs: soon };
    await assertFault(sendOver(agentOf(t, limits), get(origin), limits), 'timeout', 'headers');
    await gone.promise;
  });

  test('does not send any more once the connection came too late', async () => {
    const late = new LateDispatcher();
    const outcome = sendOver(late, get('http://store.test'), { ...patient, connectMs: 1 });
    await assertFault(outcome, 'timeout', 'connect');
    assert.ok(late.connectLate());
  });

  test('hands every request to a composed dispatcher', async (t) => {
    const { origin } = await startScriptedServer(t, says(`${ok}Content-Length: 0\r\n\r\n`));
    const seen: string[] = [];
    const between = agentOf(t).compose((dispatch) => (options, handler) => {
      seen.push(options.path);
      return dispatch(options, handler);
    });
    answerOf(await sendOver(between, get(origin), patient));
    assert.deepEqual(seen, ['/b/?encryption']);
  });
});

/** Connects only on demand, and then reports the outcome of the request. */
class LateDispatcher extends Dispatcher {
  #handler: Dispatcher.DispatchHandler | null = null;

  override dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.#handler = handler;
    return true;
  }

  /** Whether the request was already aborted when its connection was established. */
  connectLate(): boolean {
    const controller: Dispatcher.DispatchController = {
      aborted: false,
      paused: false,
      reason: null,
      abort: () => {
        wasAborted = true;
      },
      pause: () => {},
      resume: () => {},
    };
    let wasAborted = false;
    this.#handler?.onRequestStart?.(controller, {});
    return wasAborted;
  }
}
