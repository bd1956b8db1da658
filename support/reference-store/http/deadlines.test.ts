import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { rawExchange } from '../testing/raw-exchange.ts';
import { StoreUnderTest } from '../testing/store-under-test.ts';
import { emptyAnswer } from './answer.ts';
import { storeLimits } from './limits.ts';
import { Listener } from './listener.ts';
import { BodyFault } from './request-body.ts';

/** Short for a test, and longer than a busy machine takes to deliver a request. */
const limits = { headerBytes: 4096, headers: 800, request: 1_600, keepAlive: 800, sweep: 25, linger: 800 };

/** In any way. */
async function closed(socket: Socket): Promise<void> {
  const end = Promise.withResolvers<void>();
  socket.on('error', () => {}).on('close', () => end.resolve());
  await end.promise;
}

describe('a listener with short deadlines', () => {
  let listener: Listener;
  const problems: string[] = [];

  async function start(): Promise<void> {
    problems.length = 0;
    listener = await Listener.start(
      {
        async serve(_, body) {
          try {
            await body.readWhole(10_000);
          } catch (error) {
            assert.ok(error instanceof BodyFault);
            problems.push(error.problem);
          }
          return emptyAnswer(200);
        },
        refuse(problem) {
          problems.push(problem);
          return emptyAnswer(400);
        },
      },
      { host: '127.0.0.1', port: 0, limits },
    );
  }
  afterEach(() => listener.close());

  for (const [what, bytes, answer, problem] of [
    ['says nothing: it is closed without a word', '', /^$/, []],
    ['stops within its headers', 'GET / HTTP/1.1\r\nHost: x\r\n', /^HTTP\/1\.1 400 /, ['too slow']],
    [
      'stops within its body',
      'PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc',
      /^HTTP\/1\.1 200 /,
      ['too-slow'],
    ],
    ['asks no more after its answer', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', /^HTTP\/1\.1 200 [^]*\r\n\r\n$/, []],
  ] as const)
    it(`a caller who ${what}`, async () => {
      await start();
      const reply = await rawExchange(listener.port, bytes);
      assert.match(reply.text, answer);
      assert.notEqual(reply.ending, 'client');
      assert.deepEqual(problems, problem);
    });

  it('a caller that sends one byte at a time is cut off', async () => {
    await start();
    const socket = connect(listener.port, '127.0.0.1');
    socket.write('PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n');
    const dripping = setInterval(() => socket.write('a'), 20);
    await closed(socket);
    clearInterval(dripping);
    assert.deepEqual(problems, ['too-slow']);
  });

  it('a caller that sends too much sees the answer before the connection ends', async () => {
    await start();
    const chunk = `1000\r\n${'a'.repeat(4096)}\r\n`;
    const reply = await rawExchange(
      listener.port,
      `PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(500)}0\r\n\r\n`,
    );
    assert.match(reply.text, /^HTTP\/1\.1 200 [^]*Connection: close/);
    assert.notEqual(reply.ending, 'client');
  });
});

/** A margin for a busy machine; the first silent connection reaches its deadline only after `storeLimits.headers`. */
const promptlyMs = storeLimits.headers / 2;

describe('a store that two thousand silent connections are open to', () => {
  it('answers others at once, and closes promptly', async () => {
    const store = await StoreUnderTest.start();
    const sockets: Socket[] = [];
    try {
      await Promise.all(
        Array.from({ length: 2_000 }, async () => {
          const socket = connect(store.port, '127.0.0.1');
          sockets.push(socket);
          await once(socket, 'connect');
        }),
      );
      const asked = performance.now();
      assert.equal((await store.ask('PUT', '/bkt')).outcome, '200');
      assert.ok(performance.now() - asked < promptlyMs);
      const ended = Promise.all(sockets.map(closed));
      const closing = performance.now();
      await store.close();
      assert.ok(performance.now() - closing < promptlyMs);
      await ended;
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
});
